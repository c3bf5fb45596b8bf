import type { Permission } from '../access/roles'
import { DAY_MS, dayOf, type Instant, MINUTE_MS } from '../kernel/time'
import { type BodyBlock, textOf } from './body'

/** The columns of 刷新闻, in their order. */
export const columns = {
  group: '集团',
  factory: '工厂',
  sustainable: '可持续',
  people: '人物',
  life: '生活',
} as const
export type Column = keyof typeof columns
export const columnKeys = Object.keys(columns) as [Column, ...Column[]]

export const articleLimits = {
  titleMax: 40,
  summaryMax: 80,
  bylineMax: 20,
  /** Characters of the text alone. */
  bodyMax: 20_000,
  /** Of the markup, as it is sent and stored: with a body at its longest still within the 100 KB that WeChat lets a call carry. */
  markupMax: 48_000,
  picturesMax: 30,
  blocksMax: 300,
  /** Of one table. */
  rowsMax: 60,
  columnsMax: 8,
  attachmentsMax: 5,
  attachmentBytesMax: 10 * 1024 * 1024,
  versionsShown: 20,
} as const

export const articleStates = ['draft', 'review', 'scheduled', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]
/** What writers do, and what a chief editor does. `appear` comes by the clock. */
export const writerActions = ['submit', 'recall', 'revise'] as const
export const chiefActions = ['publish', 'schedule', 'unschedule', 'sendBack', 'withdraw'] as const
export type WriterAction = (typeof writerActions)[number]
export type ChiefAction = (typeof chiefActions)[number]
export type ArticleAction = WriterAction | ChiefAction | 'appear'

const steps: Record<ArticleState, Partial<Record<ArticleAction, ArticleState>>> = {
  draft: { submit: 'review' },
  review: { recall: 'draft', sendBack: 'draft', publish: 'published', schedule: 'scheduled' },
  scheduled: { unschedule: 'review', appear: 'published', publish: 'published', withdraw: 'withdrawn' },
  published: { withdraw: 'withdrawn' },
  withdrawn: { revise: 'draft' },
}

/** The state after an action; null where it can't be done. The page's buttons ask the same table. */
export function nextArticleState(state: ArticleState, action: ArticleAction): ArticleState | null {
  return steps[state][action] ?? null
}

/** What lets an article be seen by colleagues: nobody does that for words of their own. */
const approving: readonly ArticleAction[] = ['publish', 'schedule']

/** What a back-office role must permit for a step of an article. */
export const permissionFor = (action: ArticleAction): Permission =>
  (writerActions as readonly string[]).includes(action) ? 'content.write' : 'content.publish'

/** Whether somebody would let words appear that are theirs. */
export function approvesOwn(
  action: ArticleAction,
  writerIds: readonly string[],
  employeeId: string,
): boolean {
  return approving.includes(action) && writerIds.includes(employeeId)
}

interface Acting {
  employeeId: string
  permissions: readonly Permission[]
}

interface Standing {
  state: ArticleState
  writerIds: readonly string[]
  /** Which article that is out it would replace; null: none, it appears by itself. */
  revises?: string | null
}

/** What somebody may do with an article now, in the order of the buttons. */
export function actionsFor(
  { state, writerIds, revises = null }: Standing,
  { employeeId, permissions }: Acting,
): (WriterAction | ChiefAction)[] {
  return [...writerActions, ...chiefActions].filter(
    action =>
      nextArticleState(state, action) !== null &&
      !(revises !== null && action === 'schedule') &&
      permissions.includes(permissionFor(action)) &&
      !approvesOwn(action, writerIds, employeeId),
  )
}

/** Whether something is a new version of what is out, and not decided on yet: that alone can be thrown away. */
export const isDiscardable = ({ state, revises = null }: Standing): boolean =>
  revises !== null && (state === 'draft' || state === 'review')

/** Whether somebody may throw a new version away: whoever wrote in it, and a chief editor. */
export function mayDiscard(standing: Standing, { employeeId, permissions }: Acting): boolean {
  const isTheirs = standing.writerIds.includes(employeeId) || permissions.includes('content.publish')
  return isDiscardable(standing) && isTheirs
}

const SOONEST_MS = MINUTE_MS
const LATEST_MS = 90 * DAY_MS

/** Whether an article may be set to appear then: in a minute at the earliest, within ninety days. */
export function isTimeToAppear(publishAt: Instant, now: Instant): boolean {
  return publishAt >= now + SOONEST_MS && publishAt <= now + LATEST_MS
}

/** What a list is sorted by: what stands on top first, then the newest; unique by the id. */
export function orderKeyOf(id: string, publishAt: Instant, onTop: boolean): string {
  return `${onTop ? 1 : 0}.${String(publishAt).padStart(14, '0')}:${id}`
}

/** Whether colleagues see an article now: it appears by the clock, whether or not a timer has come by. */
export function isOut(
  { state, publishAt }: { state: ArticleState; publishAt: Instant },
  now: Instant,
): boolean {
  return state === 'published' || (state === 'scheduled' && publishAt <= now)
}

const CHARACTERS_A_MINUTE = 400
const PICTURE_MINUTES = 0.2

/** Whole minutes that reading takes: 400 characters a minute, twelve seconds for a picture or film; at least one. */
export function minutesOf(blocks: readonly BodyBlock[]): number {
  const looked = blocks.filter(({ kind }) => kind === 'picture' || kind === 'film').length
  return Math.max(1, Math.round([...textOf(blocks)].length / CHARACTERS_A_MINUTE + looked * PICTURE_MINUTES))
}

/** From this share of the text on, in percent, somebody has read to its end. */
export const READ_TO_END = 100

/** Whether somebody may say that they have read what must be read. */
export function canConfirm({ mustRead, progress }: { mustRead: boolean; progress: number }): boolean {
  return mustRead && progress >= READ_TO_END
}

interface Out {
  publishAt: Instant
  /** When a chief editor asked everybody to confirm its new words; absent: never. */
  askedAt?: Instant
}

/**
 * Since when a confirmation counts: what appears anew is to be confirmed anew, and what is replaced by new words while
 * it is out only if the chief editor asks for it.
 */
export function confirmedFrom({ publishAt, askedAt = 0 }: Out): Instant {
  return Math.max(publishAt, askedAt)
}

/** Whether somebody has confirmed an article as it is out. */
export function isConfirmed(
  reading: { confirmed: boolean; confirmedAt: Instant } | undefined,
  out: Out,
): boolean {
  if (!reading?.confirmed) return false
  return reading.confirmedAt >= confirmedFrom(out)
}

/** Whether the day up to which an article must be read lies before the one on which it appears. */
export function isDayPast(
  { mustRead, mustReadBy }: { mustRead: boolean; mustReadBy: string | null },
  publishAt: Instant,
): boolean {
  return mustRead && mustReadBy !== null && mustReadBy < dayOf(publishAt)
}
