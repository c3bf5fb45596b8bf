import { minutesPresent, type Present } from './presence'

export const rewardLimits = { minutesMin: 5, minutesMax: 60 } as const

/** What somebody has to do to have taken part. The coins are the rules' own: no host sets an amount. */
export interface RewardRule {
  /** How long to be there, in minutes; a multiple of five. */
  minutes: number
  /** Whether to say something as well. */
  message: boolean
}

/** Whether somebody has taken part. */
export function hasTakenPart(rule: RewardRule, present: Partial<Present>, hasSpoken: boolean): boolean {
  return minutesPresent(present) >= rule.minutes && (!rule.message || hasSpoken)
}
