import type { Day } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { tickets } from './store'

/** The tickets that were resolved on a day. One request. */
export const ticketsResolvedOn = (on: Day) =>
  decidedIn(tickets, on, {
    at: 'resolvedAt',
    fields: ['submittedAt', 'resolvedAt'],
    since: ({ submittedAt }) => submittedAt,
    until: ({ resolvedAt }) => resolvedAt,
  })
