import type { Day, Instant } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { corrections, rebinds } from './store'

interface Asked {
  askedAt: Instant
  decision: { at: Instant } | null
}

const byHr = {
  at: 'decision.at',
  fields: ['askedAt', 'decision'] as const,
  since: ({ askedAt }: Asked) => askedAt,
  until: ({ decision }: Asked) => decision?.at,
}

/** The re-bindings and the corrections of data that HR decided on a day. Two requests at once. */
export async function accountsDecidedOn(on: Day) {
  return (await Promise.all([decidedIn(rebinds, on, byHr), decidedIn(corrections, on, byHr)])).flat()
}
