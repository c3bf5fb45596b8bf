import { minutesPresent, type Present } from './presence'

export const rewardLimits = { minutesMin: 5, minutesMax: 60 } as const

/** What somebody has to do to have taken part. The coins are the rules' own: no host sets an amount. */
export interface RewardRule {
  /** How long to be there, in minutes; a multiple of five. */
  minutes: number
  /** Whether to say something as well. */
  message: boolean
}

/** Without a reward a draw still wants somebody who was there. */
const THERE: RewardRule = { minutes: 5, message: false }

/** What somebody has to do to be on the list of the draw. */
export const drawRuleOf = (reward: RewardRule | null): RewardRule => reward ?? THERE

/** Whether somebody has taken part. */
export function hasTakenPart(rule: RewardRule, present: Partial<Present>, hasSpoken: boolean): boolean {
  return minutesPresent(present) >= rule.minutes && (!rule.message || hasSpoken)
}
