import { DAY_MS, type Instant } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { openColumns } from '@domain/selfservice/ticket'
import {
  categoryFigures,
  type TicketGroup,
  ticketFigures,
  ticketGroups,
  weekName,
} from '@domain/selfservice/ticketFigures'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { tickets } from './store'
import { sitesWhere } from './ticketReading'

const PERIOD_MS = 30 * DAY_MS
const COUNTED_MAX = 1_000
const read = [
  ...(['submittedAt', 'firstAnsweredAt', 'resolvedAt', 'late', 'dueAt'] as const),
  ...(['state', 'rating', 'category', 'assigneeName'] as const),
] as const

const byCount = (groups: TicketGroup[]) => groups.sort((a, b) => b.counted - a.counted)

type Sites = NonNullable<ReturnType<typeof sitesWhere>>

const submitted = (sites: Sites, since: Instant) =>
  tickets.find({
    where: { ...sites, submittedAt: _.gte(since) },
    orderBy: [['submittedAt', 'desc']],
    limit: COUNTED_MAX,
    fields: [...read],
  })

/** Whenever they were submitted: the oldest are those that should be seen. */
const stillOpen = (sites: Sites) =>
  tickets.find({
    where: { ...sites, column: _.in([...openColumns]) },
    orderBy: [['boardKey', 'asc']],
    limit: COUNTED_MAX,
    fields: ['submittedAt', 'category'],
  })

export const openTicketFigures = handle(
  selfservice.openTicketFigures,
  async ({ employee, now }, { site }) => {
    const since = now - PERIOD_MS
    const sites = sitesWhere(employee, site)
    const [found, open] =
      sites === null ? [[], []] : await Promise.all([submitted(sites, since), stillOpen(sites)])
    const facts = found.map(({ state, rating, ...ticket }) => ({
      ...ticket,
      cancelled: state === 'cancelled',
      stars: rating?.stars ?? null,
    }))
    return {
      figures: ticketFigures(facts, now),
      byWeek: ticketGroups(facts, now, weekName).reverse(),
      byCategory: categoryFigures(facts, open, now),
      byPerson: byCount(ticketGroups(facts, now, ({ assigneeName }) => assigneeName)),
      more: found.length === COUNTED_MAX,
      since,
      now,
    }
  },
)
