/** Where days in a row count: from which day on there is how much more, and what every how many days brings on top. */
export interface StreakRule {
  fromDay: number
  /** Whole coins on each day from `fromDay` on. */
  extra: number
  everyDays: number
  /** Whole coins on every day that `everyDays` divides. */
  gift: number
}

/** Which day in a row an earning was for, and what that added to its base. */
export interface InARow {
  day: number
  extra: number
  gift: number
}

/** What a day in a row adds to the base, in whole coins. */
export function additionsOf(rule: StreakRule | undefined, day: number): Omit<InARow, 'day'> {
  if (!rule) return { extra: 0, gift: 0 }
  return {
    extra: day >= rule.fromDay ? rule.extra : 0,
    gift: day % rule.everyDays === 0 ? rule.gift : 0,
  }
}
