import { charactersOf } from '../kernel/characters'
import type { ErrorCode } from '../kernel/errors'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../kernel/time'

/** What somebody does that others have to read: something new, other words in its place, or a report. */
export type Saying = 'post' | 'comment' | 'edit' | 'report'

/** At most `max` within any span of this length. */
interface Limit {
  spanMs: number
  max: number
}

const TEN_MINUTES_MS = 10 * MINUTE_MS

/** More than anybody comes across in a day by reading. */
const REPORTS: Limit = { spanMs: DAY_MS, max: 20 }

/** More than anybody writes who reads as well; the house's own figures, to be set anew by those of the first month. */
const usual: Readonly<Record<Saying, readonly Limit[]>> = {
  post: [
    { spanMs: TEN_MINUTES_MS, max: 6 },
    { spanMs: DAY_MS, max: 30 },
  ],
  comment: [
    { spanMs: TEN_MINUTES_MS, max: 30 },
    { spanMs: DAY_MS, max: 100 },
  ],
  edit: [
    { spanMs: TEN_MINUTES_MS, max: 10 },
    { spanMs: DAY_MS, max: 60 },
  ],
  report: [REPORTS],
}

/** Accounts that were taken over or made for advertising publish in their first days. */
const ofNewcomers: Readonly<Record<Saying, readonly Limit[]>> = {
  post: [
    { spanMs: TEN_MINUTES_MS, max: 2 },
    { spanMs: DAY_MS, max: 6 },
  ],
  comment: [
    { spanMs: TEN_MINUTES_MS, max: 10 },
    { spanMs: DAY_MS, max: 30 },
  ],
  edit: [
    { spanMs: TEN_MINUTES_MS, max: 5 },
    { spanMs: DAY_MS, max: 20 },
  ],
  report: [REPORTS],
}

/** So many attempts are made for what one publication counts: what fails costs nobody their turn, and is not for nothing. */
const ATTEMPTS = 3

const NEWCOMER_MS = 7 * DAY_MS
const SAME_AGAIN_MS = HOUR_MS

/** What somebody has said before. */
export interface Said {
  at: Instant
  /** What it is the same by as another one: see `wordsOfPost`. */
  words: string
  /** It never was: no more than an attempt. Absent: it was said. */
  unsaid?: boolean
}

interface Facts extends Said {
  saying: Saying
  /** When the WeChat account was bound. */
  registeredAt: Instant | null
  /** What the same person said so before, at least as much as `saidMax`, the latest first. */
  earlier: readonly Said[]
  /** What the same person has said elsewhere, and is not to say again here. */
  elsewhere: readonly Said[]
}

export interface TooSoon {
  code: Extract<ErrorCode, 'FORUM_TOO_FAST' | 'FORUM_REPEATED' | 'FORUM_REPORTS_TOO_MANY'>
  /** When the same would be taken. */
  againAt: Instant
}

/** How much of what somebody said before decides whether they may say more. */
export function saidMax(saying: Saying): number {
  return Math.max(...usual[saying].map(({ max }) => max))
}

/** Why somebody may not publish this now, or null. Spans roll: what was said counts for exactly their length. */
export function tooSoon({ saying, at, words, registeredAt, earlier, elsewhere }: Facts): TooSoon | null {
  const same = elsewhere.find(said => !said.unsaid && said.words === words && at - said.at < SAME_AGAIN_MS)
  if (same) return { code: 'FORUM_REPEATED', againAt: same.at + SAME_AGAIN_MS }
  const isNew = registeredAt !== null && at - registeredAt < NEWCOMER_MS
  const published = earlier.filter(({ unsaid }) => !unsaid)
  const ends = (isNew ? ofNewcomers : usual)[saying].flatMap(({ spanMs, max }) =>
    // The one that has to leave the span before another one fits into it.
    [published[max - 1], earlier[max * ATTEMPTS - 1]].flatMap(oldest =>
      oldest && at - oldest.at < spanMs ? [oldest.at + spanMs] : [],
    ),
  )
  const code = saying === 'report' ? 'FORUM_REPORTS_TOO_MANY' : 'FORUM_TOO_FAST'
  return ends.length === 0 ? null : { code, againAt: Math.max(...ends) }
}

/** What of somebody's is kept once they have said this too: as much as decides with what failed, the latest first. */
export function saidAfter<S extends Said>(earlier: readonly S[], saying: Saying, said: S): S[] {
  return [said, ...earlier]
    .filter(({ at }) => said.at - at < DAY_MS)
    .sort((a, b) => b.at - a.at)
    .slice(0, saidMax(saying) * ATTEMPTS)
}

/** Where the same words would be the same again: a post can be changed into what another one says. */
export const repeatedIn: Readonly<Record<Saying, readonly Saying[]>> = {
  post: ['post', 'edit'],
  edit: ['post', 'edit'],
  comment: ['comment'],
  report: [],
}

/** A word of thanks may be said under many posts, a text of more characters than this may not. */
const SHORT_CHARACTERS = 10

/** What two posts are the same by: their words, whatever the spaces between them. */
export function wordsOfPost({ title, body }: { title: string; body: string }): string {
  return `${folded(title)}\n${folded(body)}`
}

/** As for posts; a short comment is the same only under the same post. */
export function wordsOfComment({ postId, body }: { postId: string; body: string }): string {
  const words = folded(body)
  return charactersOf(words).length <= SHORT_CHARACTERS ? `${postId}\n${words}` : words
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
