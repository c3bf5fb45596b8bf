import { DAY_MS } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { type TicketGroup, ticketFigures, ticketGroups, weekName } from '@domain/selfservice/ticketFigures'
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

export const openTicketFigures = handle(
  selfservice.openTicketFigures,
  async ({ employee, now }, { site }) => {
    const since = now - PERIOD_MS
    const sites = sitesWhere(employee, site)
    const found =
      sites === null
        ? []
        : await tickets.find({
            where: { ...sites, submittedAt: _.gte(since) },
            orderBy: [['submittedAt', 'desc']],
            limit: COUNTED_MAX,
            fields: [...read],
          })
    const facts = found.map(({ state, rating, ...ticket }) => ({
      ...ticket,
      cancelled: state === 'cancelled',
      stars: rating?.stars ?? null,
    }))
    return {
      figures: ticketFigures(facts, now),
      byWeek: ticketGroups(facts, now, weekName).reverse(),
      byCategory: byCount(ticketGroups(facts, now, ({ category }) => category)),
      byPerson: byCount(ticketGroups(facts, now, ({ assigneeName }) => assigneeName)),
      more: found.length === COUNTED_MAX,
      since,
      now,
    }
  },
)
