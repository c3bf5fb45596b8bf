interface Dated {
  state: string
  startsAt: number
}

/** Of events in their order the first that somebody can still come to from its beginning. */
export function nextEvent<T extends Dated>(events: readonly T[], now: number): T | undefined {
  return events.find(({ state, startsAt }) => state === 'open' && startsAt > now)
}
