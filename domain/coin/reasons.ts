/** What earns coins. The amounts are data: see the delivered rules in `rules.ts`. */
export const earnReasons = [
  'forum.post',
  'forum.comment',
  'forum.featured',
  'forum.liked',
  'booking.attended',
  'growth.checkIn',
  'careers.hired',
  'live.joined',
  'live.won',
] as const
export type EarnReason = (typeof earnReasons)[number]

/** What spends coins. */
export const spendReasons = ['mall.redeem', 'booking.fee', 'booking.deposit'] as const
export type SpendReason = (typeof spendReasons)[number]

/** Whom a price goes to: the account of the other side. */
export const payees = {
  'mall.redeem': 'mall',
  'booking.fee': 'booking',
  // What is held until somebody comes, and what was kept of those who did not.
  'booking.deposit': 'deposit',
} as const satisfies Record<SpendReason, string>
export type Payee = (typeof payees)[SpendReason]

/** What somebody of the back office moves by hand: see `hand.ts`. */
export const handReasons = ['hand.given', 'hand.taken', 'hand.settled', 'hand.resumed'] as const
export type HandReason = (typeof handReasons)[number]

/** The other side of what is moved by hand. */
export const HAND_ACCOUNT = 'adjust'

export const reasons = [...earnReasons, ...spendReasons, ...handReasons] as const
export type Reason = (typeof reasons)[number]

/** How each reason is called in the statement. */
export const reasonNames: Record<Reason, string> = {
  'forum.post': '发帖',
  'forum.comment': '评论',
  'forum.featured': '精华',
  'forum.liked': '被赞',
  'booking.attended': '参加活动',
  'growth.checkIn': '签到',
  'careers.hired': '内推入职',
  'live.joined': '参与直播',
  'live.won': '直播抽奖',
  'mall.redeem': '兑换',
  'booking.fee': '活动费用',
  'booking.deposit': '押金',
  'hand.given': '发放',
  'hand.taken': '收回',
  'hand.settled': '离职结清',
  'hand.resumed': '返岗恢复',
}
