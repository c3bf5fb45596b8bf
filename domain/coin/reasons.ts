/** What earns coins. The amounts are data: see the delivered rules in `rules.ts`. */
export const earnReasons = ['forum.post', 'forum.comment'] as const
export type EarnReason = (typeof earnReasons)[number]

/** What spends coins. */
export const spendReasons = ['mall.redeem'] as const
export type SpendReason = (typeof spendReasons)[number]

export type Reason = EarnReason | SpendReason

/** How each reason is called in the statement. */
export const reasonNames: Record<Reason, string> = {
  'forum.post': '发帖',
  'forum.comment': '评论',
  'mall.redeem': '兑换',
}
