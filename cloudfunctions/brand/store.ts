import type { AccountGroup, AccountKind } from '@domain/brand/account'
import type { brand } from '@domain/brand/contract'
import type { Chapter } from '@domain/brand/film'
import type { ParsedInputOf } from '@domain/kernel/contract'
import type { Day } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'

export interface FilmDocument extends Document {
  title: string
  summary: string
  year: number
  seconds: number
  chapters: Chapter[]
  source: ParsedInputOf<typeof brand.saveFilm>['words']['source']
  coverFileId: string
  order: number
  shown: boolean
  version: number
}

export interface AccountDocument extends Document {
  name: string
  pinyin: string
  sign: string
  kind: AccountKind
  group: AccountGroup
  purpose: string
  intro: string
  latest: { on: Day; words: string } | null
  wechatId: string | null
  appId: string | null
  finderUserName: string | null
  qrFileId: string | null
  order: number
  shown: boolean
  version: number
}

/** Grows with each entry that comes to be shown; the id is the collection's name. Absent: none has yet. */
export interface ShelfDocument extends Document {
  turn: number
}

export const shelves = collection<ShelfDocument>('brand_shelves')
export const films = collection<FilmDocument>('brand_films')
export const accounts = collection<AccountDocument>('brand_accounts')
