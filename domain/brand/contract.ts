import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, FileId, Id, Instant, line, text } from '../kernel/schema'
import { accountGroupKeys, accountKindKeys, accountLimits } from './account'
import { areInOrder, filmLimits } from './film'

const Seconds = z.number().int().min(0).max(filmLimits.secondsMax)
/** Its place among those that are shown; the smaller stands first. */
const Order = z.number().int().min(0).max(999)

/** Where a film can be seen; null: nowhere yet, and its chapters are read. */
const Source = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('address'),
      url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(400),
    }),
    z.strictObject({
      kind: z.literal('channels'),
      finderUserName: z.string().regex(/^sph[\w-]{4,60}$/),
      feedId: z.string().regex(/^[\w/+=-]{6,200}$/),
    }),
  ])
  .nullable()

const Chapter = z.strictObject({
  atSeconds: Seconds,
  title: line(2, filmLimits.titleMax),
  words: text(0, filmLimits.chapterWordsMax),
})

/** A film as an editor writes it. */
const FilmWords = z
  .strictObject({
    title: line(2, filmLimits.titleMax),
    summary: text(2, filmLimits.summaryMax),
    /** The year it tells of or was made in. */
    year: z.number().int().min(1927).max(2100),
    seconds: Seconds.min(1),
    chapters: z.array(Chapter).max(filmLimits.chaptersMax),
    source: Source,
    order: Order,
    shown: z.boolean(),
  })
  .refine(({ chapters, seconds }) => areInOrder(chapters, seconds), {
    message: 'chapters one after the other, the first at the beginning',
    path: ['chapters'],
  })

const FilmCard = z.object({
  filmId: z.string(),
  title: z.string(),
  summary: z.string(),
  year: Count,
  seconds: Count,
  coverFileId: z.string(),
  /** Whether it can be seen, or its chapters read. */
  source: Source,
  chapters: Count,
  shown: z.boolean(),
})

const Film = FilmCard.extend({
  chapters: z.array(z.object({ atSeconds: Count, title: z.string(), words: z.string() })),
  order: Count,
  version: Count,
})

/** An account as an editor writes it. */
const AccountWords = z.strictObject({
  name: line(2, accountLimits.nameMax),
  /** The one character on its picture: 成. */
  sign: line(1, 1),
  kind: z.enum(accountKindKeys),
  group: z.enum(accountGroupKeys),
  /** For whom or where: 品牌, 成都工厂. */
  purpose: line(2, accountLimits.purposeMax),
  intro: text(0, accountLimits.introMax),
  /** What it has said last, as the editors pass it on. */
  latest: z.strictObject({ on: z.iso.date(), words: line(2, accountLimits.latestMax) }).nullable(),
  /** By which WeChat's own search finds it. */
  wechatId: z
    .string()
    .regex(/^[\w-]{2,40}$/)
    .nullable(),
  appId: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/)
    .nullable(),
  finderUserName: z
    .string()
    .regex(/^sph[\w-]{4,60}$/)
    .nullable(),
  order: Order,
  shown: z.boolean(),
})

const Account = z.object({
  ...AccountWords.shape,
  accountId: z.string(),
  pinyin: z.string(),
  qrFileId: z.string().nullable(),
  version: Count,
})

const Read = { version: Count }

/** 走进沃尔沃 and 官方微信矩阵: what the company shows of itself. The history stands in `story.ts` and needs no call. */
export const brand = {
  openFilms: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ films: z.array(FilmCard) }),
    errors: [],
  }),
  openFilm: query({
    access: 'employee',
    input: z.strictObject({ filmId: Id }),
    output: z.object({ film: Film }),
    errors: ['BRAND_FILM_MISSING'],
  }),
  openMatrix: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ accounts: z.array(Account), now: Instant }),
    errors: [],
  }),
  /** All of it, what is not shown as well. */
  openDesk: query({
    access: 'brand.edit',
    input: z.strictObject({}),
    output: z.object({ films: z.array(Film), accounts: z.array(Account), now: Instant }),
    errors: [],
  }),
  saveFilm: command({
    access: 'brand.edit',
    input: z.strictObject({
      of: z.strictObject({ filmId: Id, ...Read }).optional(),
      words: FilmWords,
      /** An upload; absent: the cover stays. */
      coverFileId: FileId.optional(),
    }),
    output: z.object({ filmId: z.string(), version: Count }),
    errors: [
      'BRAND_FILM_MISSING',
      'BRAND_CHANGED',
      'BRAND_FULL',
      'BRAND_PICTURE_MISSING',
      'BRAND_PICTURE_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 8, because: 'caller, turn and count; the entry read and written, turn, result' },
  }),
  saveAccount: command({
    access: 'brand.edit',
    input: z.strictObject({
      of: z.strictObject({ accountId: Id, ...Read }).optional(),
      words: AccountWords,
      /** An upload; absent: the code stays. */
      qrFileId: FileId.optional(),
    }),
    output: z.object({ accountId: z.string(), version: Count }),
    errors: [
      'BRAND_ACCOUNT_MISSING',
      'BRAND_CHANGED',
      'BRAND_FULL',
      'BRAND_PICTURE_MISSING',
      'BRAND_PICTURE_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 8, because: 'caller, turn and count; the entry read and written, turn, result' },
  }),
}
