import type { Node } from '../approval/flow'
import { dayOf, type Instant } from '../kernel/time'

/** Up to so many seats a president needs nobody's leave. */
export const OWN_SEATS_MAX = 100

/** An officer of the union, or its chair where there is none. */
export const OFFICER: readonly Node[] = [
  {
    nodeId: 'officer',
    title: '工会干事',
    mode: 'any',
    role: 'unionOfficer',
    fallbacks: ['unionChair'],
    dueHours: 24,
  },
]

/**
 * The way that an event goes before people may join it, as delivered: one that costs coins, or has more than a hundred
 * seats, waits for an officer of the union; every other one is the president's own.
 * @returns the nodes; none where nobody has to agree
 */
export function eventFlowOf({ fee, capacity }: { fee: number; capacity: number }): readonly Node[] {
  return fee > 0 || capacity > OWN_SEATS_MAX ? OFFICER : []
}

/** What the union looks at when it agrees to an event. */
export interface AgreedLines {
  capacity: number
  venue: { name: string; address?: string | undefined }
  startsAt: Instant
}

interface ChangeRule {
  /** "名额" */
  title: string
  asks: (agreed: AgreedLines, wished: AgreedLines) => boolean
}

const addressOf = ({ name, address = '' }: AgreedLines['venue']) => `${name}\n${address}`

/**
 * Which changes of an event that the union has agreed to need its yes again: more seats, another place, another day.
 * Whatever isn't here is the president's own: fewer seats, another hour, other words. What it costs is fixed once
 * people may join.
 */
export const changeRules = {
  capacity: { title: '名额', asks: (agreed, wished) => wished.capacity > agreed.capacity },
  venue: {
    title: '地点',
    asks: ({ venue }, wished) => addressOf(venue) !== addressOf(wished.venue),
  },
  startsOn: { title: '日期', asks: (agreed, wished) => dayOf(agreed.startsAt) !== dayOf(wished.startsAt) },
} as const satisfies Record<string, ChangeRule>

/** How the changes are called that ask the union again, in the order of the rules; none: the president's own. */
export function changesToAsk(agreed: AgreedLines, wished: AgreedLines): string[] {
  return Object.values<ChangeRule>(changeRules)
    .filter(({ asks }) => asks(agreed, wished))
    .map(({ title }) => title)
}
