import type { Grant } from '../access/roles'
import { type ErrorCode, Refusal, refuse } from '../kernel/errors'
import type { Review } from './review'
import { maySpeakAs } from './voices'

/** Who would decide. */
interface Moderator {
  id: string
  grants: readonly Grant[]
}

/**
 * Why this moderator may not decide this now, or null. Nobody judges what they said, nor what was said by an account
 * that they may speak as.
 */
export function whyNotDecide(review: Review, { id, grants }: Moderator): ErrorCode | null {
  if (review.state === 'decided') return 'FORUM_REVIEW_DECIDED'
  const { accountId } = review.subject
  const isFirst = review.state === 'appealed' && review.decision?.by.employeeId === id
  const isOwn = review.author.employeeId === id || (accountId !== undefined && maySpeakAs(grants, accountId))
  return isOwn || isFirst ? 'FORUM_REVIEW_NOT_YOURS' : null
}

/** What another moderator has made of it; undefined: nobody has decided it. */
function decidedBefore({ state, decision, appeal }: Review): string | undefined {
  if (state !== 'decided' || !decision) return undefined
  const answer = appeal?.answer
  const { by } = answer ?? decision
  const verdict = answer
    ? { restore: '恢复', uphold: '维持移除' }[answer.verdict]
    : { remove: '移除', keep: '保留' }[decision.verdict]
  return `${by.name}刚刚决定了${verdict}，你的决定没有生效`
}

/**
 * Holds what a moderator decides against how the review stands.
 * @param asked the version that the moderator has read, and whether it is an appeal that they answer
 * @throws Refusal FORUM_REVIEW_DECIDED, FORUM_REVIEW_CHANGED, FORUM_REVIEW_NOT_YOURS
 */
export function assertDecidable(
  review: Review,
  asked: { version: number; state: 'open' | 'appealed'; moderator: Moderator },
): void {
  const hindrance = whyNotDecide(review, asked.moderator)
  if (hindrance) throw new Refusal(hindrance, undefined, undefined, decidedBefore(review))
  refuse(review.state !== asked.state || review.version !== asked.version, 'FORUM_REVIEW_CHANGED')
}

/** Muting is for the second offence within a year and those after it. @param offences of the year before this one */
export function mayMute(offences: number): boolean {
  return offences >= 1
}
