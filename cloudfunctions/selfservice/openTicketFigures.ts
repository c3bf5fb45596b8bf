import { DAY_MS } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { ticketFigures } from '@domain/selfservice/ticketFigures'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { tickets } from './store'
import { sitesWhere } from './ticketReading'

const PERIOD_MS = 30 * DAY_MS
const COUNTED_MAX = 1_000

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
            fields: ['submittedAt', 'firstAnsweredAt', 'resolvedAt', 'late', 'dueAt', 'state', 'rating'],
          })
    const facts = found.map(({ submittedAt, firstAnsweredAt, resolvedAt, late, dueAt, state, rating }) => ({
      ...{ submittedAt, firstAnsweredAt, resolvedAt, late, dueAt },
      cancelled: state === 'cancelled',
      stars: rating?.stars ?? null,
    }))
    return { figures: ticketFigures(facts, now), more: found.length === COUNTED_MAX, since, now }
  },
)
