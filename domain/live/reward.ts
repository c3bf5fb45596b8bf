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

/** Whether somebody has been there for as many minutes as a rule asks. */
export function wasLongEnough({ minutes }: Pick<RewardRule, 'minutes'>, present: Partial<Present>): boolean {
  return minutesPresent(present) >= minutes
}

/** Whether somebody has been there for long enough, and has said something where that is asked as well. */
export function hasTakenPart(rule: RewardRule, present: Partial<Present>, hasSpoken: boolean): boolean {
  return wasLongEnough(rule, present) && (!rule.message || hasSpoken)
}
