import { DAY_MS, type Instant, inChina, weekdayOf } from '../kernel/time'
import { workingTimeAt } from '../kernel/workingTime'
import { openAges } from './ticketAges'

/** What the figures need to know of a ticket. */
export interface TicketFacts {
  submittedAt: Instant
  firstAnsweredAt: Instant | null
  resolvedAt: Instant | null
  late: boolean
  dueAt: Instant | null
  cancelled: boolean
  stars: number | null
}

export interface TicketFigures {
  counted: number
  /** Median working time from submission to the first words of a handler; null: nobody was answered in it. */
  firstAnswerMs: number | null
  /** How many were asked and answered within one night or one weekend: no working time, and not in the median. */
  answeredOff: number
  /** Median time by the clock in which these were answered; null: there were none. */
  answeredOffMs: number | null
  /** Median working time from submission to the last resolution, waiting for the employee included; null: as above. */
  resolutionMs: number | null
  /** Of all that were not cancelled, the share that was ever open beyond its deadline, 0 to 1; null: none. */
  overdueShare: number | null
  /** Mean of the stars given; null: none. */
  rating: number | null
  ratings: number
}

/** How many of some tickets there were, and how many of them were ever open beyond their deadline. */
export interface TicketGroup {
  name: string
  counted: number
  overdue: number
}

const wasOverdue = ({ late, dueAt }: TicketFacts, now: Instant) => late || (dueAt !== null && now > dueAt)

/** Tickets by what they have in common, as they come; one of no name and one that was cancelled counts nowhere. */
export function ticketGroups<T extends TicketFacts>(
  tickets: readonly T[],
  now: Instant,
  nameOf: (ticket: T) => string,
): TicketGroup[] {
  const groups = new Map<string, TicketGroup>()
  for (const ticket of tickets) {
    const name = nameOf(ticket)
    if (name === '' || ticket.cancelled) continue
    const { counted, overdue } = groups.get(name) ?? { counted: 0, overdue: 0 }
    groups.set(name, { name, counted: counted + 1, overdue: overdue + (wasOverdue(ticket, now) ? 1 : 0) })
  }
  return [...groups.values()]
}

export interface TicketCategoryFigures extends TicketGroup, Pick<TicketFigures, 'firstAnswerMs'> {
  /** How many are open now, whenever they were submitted, by `openAges`. */
  open: number[]
}

/**
 * What each category says: of those submitted in a period how many, how late and how soon answered, and how old those
 * are that are open. The most first.
 */
export function categoryFigures(
  tickets: readonly (TicketFacts & { category: string })[],
  open: readonly { submittedAt: Instant; category: string }[],
  now: Instant,
): TicketCategoryFigures[] {
  const groups = new Map(ticketGroups(tickets, now, ({ category }) => category).map(one => [one.name, one]))
  const names = [...new Set([...groups.keys(), ...open.map(({ category }) => category)])]
  return names
    .map(name => ({
      ...(groups.get(name) ?? { name, counted: 0, overdue: 0 }),
      firstAnswerMs: ticketFigures(
        tickets.filter(({ category }) => category === name),
        now,
      ).firstAnswerMs,
      open: byAge(
        open.filter(({ category }) => category === name),
        now,
      ),
    }))
    .sort((one, other) => other.counted - one.counted)
}

function byAge(open: readonly { submittedAt: Instant }[], now: Instant): number[] {
  const ages = open.map(({ submittedAt }) => (now - submittedAt) / DAY_MS)
  return openAges.map(({ untilDays }, index) => {
    const fromDays = openAges[index - 1]?.untilDays ?? 0
    return ages.filter(days => days >= fromDays && days < untilDays).length
  })
}

/** The Monday of the week in which a ticket was submitted: `11/23`. */
export function weekName({ submittedAt }: Pick<TicketFacts, 'submittedAt'>): string {
  return inChina(submittedAt - (weekdayOf(submittedAt) - 1) * DAY_MS).format('M/D')
}

const isWork = (ms: number) => ms > 0

/**
 * Figures of tickets submitted in a period. Time is working time: a night is nobody's delay, and nobody's
 * speed either.
 */
export function ticketFigures(tickets: readonly TicketFacts[], now: Instant): TicketFigures {
  const counted = tickets.filter(({ cancelled }) => !cancelled)
  const overdue = counted.filter(ticket => wasOverdue(ticket, now))
  const stars = counted.flatMap(one => (one.stars === null ? [] : [one.stars]))
  const worked = (from: Instant, to: Instant | null) =>
    to === null ? [] : [workingTimeAt(to) - workingTimeAt(from)]
  const answers = counted.flatMap(({ submittedAt, firstAnsweredAt: at }) =>
    worked(submittedAt, at).map(ms => ({ ms, clockMs: (at ?? submittedAt) - submittedAt })),
  )
  const off = answers.filter(({ ms }) => !isWork(ms))
  const resolved = counted.flatMap(one => worked(one.submittedAt, one.resolvedAt))
  return {
    counted: counted.length,
    firstAnswerMs: median(answers.map(({ ms }) => ms).filter(isWork)),
    answeredOff: off.length,
    answeredOffMs: median(off.map(({ clockMs }) => clockMs)),
    resolutionMs: median(resolved.filter(isWork)),
    overdueShare: counted.length === 0 ? null : overdue.length / counted.length,
    rating: stars.length === 0 ? null : stars.reduce((sum, one) => sum + one, 0) / stars.length,
    ratings: stars.length,
  }
}

/** The middle value, of an even number the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  const lower = sorted[Math.ceil(middle) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
