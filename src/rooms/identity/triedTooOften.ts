let openAt = 0

/** Keeps from when on this phone may try again, so that the other form is not filled in vain. */
export function keepTriedTooOften(againAt: number | undefined): void {
  openAt = againAt ?? openAt
}

/** From when on one may try again, where that is still to come. */
export const triesOpenAt = (now: number): number | undefined => (now < openAt ? openAt : undefined)
