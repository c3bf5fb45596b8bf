import type { AccountDocument, FilmDocument } from '../../cloudfunctions/brand/store'
import { secondsOf } from '../../domain/brand/film'
import { DAY_MS, dayOf } from '../../domain/kernel/time'
import { pinyinOf } from '../../domain/knowledge/pinyin'
import { accountsTold, type FilmTold, filmsTold } from './brandTold'
import { fileIdOf } from './files'
import { codeFileId } from './qrFiles'
import type { World } from './world'

/** The films and the official accounts of the demonstration world. */
export function brandOf({ calendar }: Pick<World, 'calendar'>): {
  brand_films: FilmDocument[]
  brand_accounts: AccountDocument[]
} {
  return {
    brand_films: filmsTold.map((film, index) => filmOf(film, index + 1)),
    brand_accounts: accountsTold.map(({ key, latest, qr = true, ...told }, index) => ({
      _id: key,
      intro: '',
      wechatId: null,
      ...told,
      pinyin: pinyinOf(told.name),
      latest: latest ? { on: dayOf(calendar.now - latest[0] * DAY_MS), words: latest[1] } : null,
      appId: null,
      finderUserName: null,
      qrFileId: qr ? codeFileId(key) : null,
      order: index + 1,
      shown: true,
      version: 1,
    })),
  }
}

function filmOf(
  { key, cover, length, chapters, hidden = false, ...told }: FilmTold,
  order: number,
): FilmDocument {
  return {
    _id: key,
    ...told,
    seconds: secondsOf(length) ?? 0,
    chapters: chapters.map(([at, title, words]) => ({ atSeconds: secondsOf(at) ?? 0, title, words })),
    // Where the films are shown is for the company to say: until then their parts are read.
    source: null,
    coverFileId: fileIdOf('covers', cover),
    order,
    shown: !hidden,
    version: 1,
  }
}
