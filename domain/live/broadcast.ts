import { HOUR_MS, type Instant, MINUTE_MS } from '../kernel/time'

export const broadcastLimits = {
  titleMax: 24,
  summaryMax: 300,
  placeMax: 20,
  /** As long as a topic's name may be. */
  topicMax: 18,
  lengthMaxMs: 8 * HOUR_MS,
  lengthMinMs: 10 * MINUTE_MS,
} as const

/** How a broadcast stands for whoever looks at it now. Only draft and cancelled are written down; the clock says the rest. */
export const broadcastStatuses = [
  'draft',
  'waiting',
  'before',
  'live',
  'ended',
  'replay',
  'cancelled',
] as const
export type BroadcastStatus = (typeof broadcastStatuses)[number]

/** What its hosts do with it. `start`, `extend` and `end` move its times, and with them what the clock says. */
export const broadcastActions = ['publish', 'withdraw', 'start', 'extend', 'end', 'cancel'] as const
export type BroadcastAction = (typeof broadcastActions)[number]

interface StatusRow {
  zh: string
  /** Whether colleagues see it at all. */
  shown: boolean
  actions: readonly BroadcastAction[]
  /** Whether its words, schedule, rewards and prizes may still be written. */
  editable: boolean
}

/** The table that the server and the buttons of the desk both read. */
export const broadcastTable: Record<BroadcastStatus, StatusRow> = {
  draft: { zh: '草稿', shown: false, actions: ['publish', 'cancel'], editable: true },
  waiting: { zh: '等到点出现', shown: false, actions: ['withdraw', 'cancel'], editable: true },
  before: { zh: '预告', shown: true, actions: ['start', 'cancel'], editable: true },
  live: { zh: '正在直播', shown: true, actions: ['extend', 'end'], editable: false },
  ended: { zh: '已结束', shown: true, actions: [], editable: false },
  replay: { zh: '可回放', shown: true, actions: [], editable: false },
  cancelled: { zh: '已取消', shown: false, actions: [], editable: false },
}

export interface Schedule {
  stage: 'draft' | 'open' | 'cancelled'
  /** From when on colleagues see it. */
  shownFrom: Instant
  startsAt: Instant
  /** Not included. */
  endsAt: Instant
  /** From when on it can be seen again; null: not at all. */
  replayFrom: Instant | null
}

/** How it stands at an instant. Nothing has to happen for it to be live: every reader goes by the server's time. */
export function statusAt(
  { stage, shownFrom, startsAt, endsAt, replayFrom }: Schedule,
  at: Instant,
): BroadcastStatus {
  if (stage !== 'open') return stage
  if (at >= endsAt) return replayFrom !== null && at >= replayFrom ? 'replay' : 'ended'
  if (at >= startsAt) return 'live'
  return at >= shownFrom ? 'before' : 'waiting'
}

/** Whether the table lets a host do this to a broadcast that stands so. */
export const canDo = (status: BroadcastStatus, action: BroadcastAction): boolean =>
  broadcastTable[status].actions.includes(action)

/** So many hours before its time a broadcast may begin; whoever wants it earlier moves its time. */
export const EARLY_START_HOURS = 12

/** Whether it may begin now: one that began weeks before its time would be live until then. */
export const isNearEnough = ({ startsAt }: Pick<Schedule, 'startsAt'>, at: Instant): boolean =>
  startsAt - at <= EARLY_START_HOURS * HOUR_MS

/** Whether the time of a broadcast is over, with something to watch again or without. */
export const isOver = (status: BroadcastStatus): boolean => status === 'ended' || status === 'replay'

/** Whether the times follow each other, and it is neither too short nor too long. */
export function areTimesRight({
  shownFrom,
  startsAt,
  endsAt,
}: Omit<Schedule, 'stage' | 'replayFrom'>): boolean {
  const lengthMs = endsAt - startsAt
  return (
    shownFrom <= startsAt &&
    lengthMs >= broadcastLimits.lengthMinMs &&
    lengthMs <= broadcastLimits.lengthMaxMs
  )
}

/**
 * The schedule after an action that `canDo` allows.
 * @param until where a broadcast is extended: its new end
 * @param plannedAt when it was to begin: begun hours early, it may still last as long from there
 * @returns null where the new end is no extension, or beyond the longest that one may be
 */
export function scheduleAfter(
  schedule: Schedule,
  action: BroadcastAction,
  { now, until, plannedAt }: { now: Instant; until: Instant | null; plannedAt: Instant },
): Schedule | null {
  switch (action) {
    case 'publish':
      return { ...schedule, stage: 'open' }
    case 'withdraw':
      return { ...schedule, stage: 'draft' }
    case 'cancel':
      return { ...schedule, stage: 'cancelled' }
    case 'start':
      // A little early is as long as planned to the planned end; whoever is there earlier still sees it begin.
      return { ...schedule, startsAt: now, shownFrom: Math.min(schedule.shownFrom, now) }
    case 'end':
      return { ...schedule, endsAt: now }
    case 'extend': {
      const isLonger = until !== null && until > schedule.endsAt
      const from = Math.max(schedule.startsAt, plannedAt)
      return isLonger && until - from <= broadcastLimits.lengthMaxMs ? { ...schedule, endsAt: until } : null
    }
  }
}

/** How long after its end the entry stays on the front page, with the replay and the draw. */
export const ENTRY_AFTER_MS = 12 * HOUR_MS

interface Entry {
  schedule: Schedule
}

/** The one that the front page leads to: what is live, else what begins first, else what has ended last. */
export function entryOf<T extends Entry>(broadcasts: readonly T[], at: Instant): T | null {
  const standing = broadcasts.map(broadcast => ({ broadcast, status: statusAt(broadcast.schedule, at) }))
  const of = (...statuses: BroadcastStatus[]) =>
    standing.filter(({ status }) => statuses.includes(status)).map(({ broadcast }) => broadcast)
  const [live] = of('live')
  const [soon] = of('before').sort((a, b) => a.schedule.startsAt - b.schedule.startsAt)
  const [past] = of('ended', 'replay')
    .filter(({ schedule }) => at < schedule.endsAt + ENTRY_AFTER_MS)
    .sort((a, b) => b.schedule.endsAt - a.schedule.endsAt)
  return live ?? soon ?? past ?? null
}

/** Minutes before its beginning at which whoever asked for it is called. */
export const REMINDED_BEFORE_MINUTES = 10

/** Whether somebody may still ask to be called: afterwards it is about to begin. */
export const mayBeReminded = (
  { status, startsAt }: { status: BroadcastStatus; startsAt: Instant },
  at: Instant,
): boolean => status === 'before' && at < startsAt - REMINDED_BEFORE_MINUTES * MINUTE_MS
