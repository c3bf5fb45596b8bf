import type { Day } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { suggestions } from './store'

/** The suggestions that an editor answered on a day. One request. */
export const suggestionsAnsweredOn = (on: Day) =>
  decidedIn(suggestions, on, {
    at: 'answer.at',
    fields: ['at', 'answer'],
    since: ({ at }) => at,
    until: ({ answer }) => answer?.at,
  })
