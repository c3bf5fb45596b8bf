import type { Day } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { rebinds } from './store'

/** The re-bindings that HR decided on a day. One request. */
export const rebindsDecidedOn = (on: Day) =>
  decidedIn(rebinds, on, {
    at: 'decision.at',
    fields: ['askedAt', 'decision'],
    since: ({ askedAt }) => askedAt,
    until: ({ decision }) => decision?.at,
  })
