import { accountLimits } from '@domain/brand/account'
import { brand } from '@domain/brand/contract'
import { filmLimits } from '@domain/brand/film'
import { type ErrorCode, Refusal, refuse } from '@domain/kernel/errors'
import { pinyinOf } from '@domain/knowledge/pinyin'
import type { Collection, Document } from '@platform/collection'
import { type EmployeeContext, handle } from '@platform/context'
import { copyPicture } from '@platform/pictures'
import { keepingCopy } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { accounts, films, shelves } from './store'

export const saveFilm = handle(brand.saveFilm, async (ctx, { of, words, coverFileId }) => {
  const spoken = words.chapters.flatMap(chapter => [chapter.title, chapter.words])
  await ctx.wechat.assertTextIsSafe(words.title, words.summary, ...spoken)
  const filmId = of?.filmId ?? ctx.newId('film')
  const edit = { id: filmId, readVersion: of?.version, shownMax: filmLimits.filmsMax, upload: coverFileId }
  return save(ctx, { ...edit, entries: films, missing: 'BRAND_FILM_MISSING' }, (before, picture) => {
    const cover = picture ?? before?.coverFileId
    if (cover === undefined) throw new Refusal('BRAND_PICTURE_MISSING')
    const version = (before?.version ?? 0) + 1
    return {
      entry: { _id: filmId, ...words, coverFileId: cover, version },
      result: { filmId, version },
    }
  })
})

export const saveAccount = handle(brand.saveAccount, async (ctx, { of, words, qrFileId }) => {
  const { name, purpose, intro, latest } = words
  await ctx.wechat.assertTextIsSafe(name, purpose, intro, ...(latest ? [latest.words] : []))
  const accountId = of?.accountId ?? ctx.newId('account')
  // Before the transaction: the first name of an instance loads a dictionary.
  const pinyin = pinyinOf(name)
  const edit = {
    id: accountId,
    readVersion: of?.version,
    shownMax: accountLimits.accountsMax,
    upload: qrFileId,
  }
  return save(ctx, { ...edit, entries: accounts, missing: 'BRAND_ACCOUNT_MISSING' }, (before, picture) => {
    const version = (before?.version ?? 0) + 1
    const entry = { _id: accountId, ...words, pinyin, version }
    return {
      entry: { ...entry, qrFileId: picture ?? before?.qrFileId ?? null },
      result: { accountId, version },
    }
  })
})

const unfitting = { missing: 'BRAND_PICTURE_MISSING', unfit: 'BRAND_PICTURE_UNFIT' } as const

/** What films and accounts have in common where they are kept. */
interface Entry extends Document {
  shown: boolean
  version: number
}

interface Edit<T extends Entry> {
  entries: Collection<T>
  id: string
  /** The version that the editor has read; absent: it is new. */
  readVersion: number | undefined
  /** How many can be shown. */
  shownMax: number
  upload: string | undefined
  missing: ErrorCode
}

/**
 * Writes an entry as it was edited, with its new picture if there is one.
 * @throws Refusal BRAND_CHANGED when another editor was first, BRAND_FULL, BRAND_PICTURE_MISSING, BRAND_PICTURE_UNFIT;
 * TOO_BUSY when something else came to be shown since they were counted
 */
async function save<T extends Entry, R extends object>(
  ctx: EmployeeContext,
  { entries, id, readVersion, shownMax, upload, missing }: Edit<T>,
  edited: (before: T | null, picture: string | undefined) => { entry: T; result: R },
): Promise<R> {
  // The turn first: what is shown after it was read is then met in the transaction.
  const turn = (await shelves.get(entries.name))?.turn ?? 0
  const shown = await entries.count({ shown: true } as Parameters<typeof entries.count>[0])
  const picture = upload === undefined ? undefined : await copyPicture(upload, unfitting)
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const changed: { before: T | null; after: T | null } = { before: null, after: null }
  return keepingCopy(picture, () =>
    ctx.transaction(
      async tx => {
        const before = readVersion === undefined ? null : await entries.in(tx).require(id, missing)
        refuse(before !== null && before.version !== readVersion, 'BRAND_CHANGED')
        const { entry, result } = edited(before, picture?.fileId)
        if (entry.shown && !before?.shown) {
          refuse(shown >= shownMax, 'BRAND_FULL')
          await takeTurn(tx, entries.name, turn)
        }
        await entries.in(tx).put(entry)
        Object.assign(changed, { before, after: entry })
        return result
      },
      () => ({ subject: `${entries.name}/${id}`, ...changed }),
    ),
  )
}

/**
 * A count can't stand in a transaction: of two who show the last one at once the second finds that the first has been
 * there. Two requests.
 */
async function takeTurn(tx: Transaction, _id: string, counted: number): Promise<void> {
  const turn = (await shelves.in(tx).get(_id))?.turn ?? 0
  refuse(turn !== counted, 'TOO_BUSY')
  await shelves.in(tx).put({ _id, turn: turn + 1 })
}
