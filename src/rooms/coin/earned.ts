import { reasonNames } from '@domain/coin/reasons'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { toast } from '@/ui/toast/store'
import { noteFull } from './multiplier'

type Earned = NonNullable<Output<typeof api.forum.createPost>['earned']>

/** "评论 2 × 2": what an action is worth and what multiplied it. */
export function equationOf({
  reason,
  base,
  multiplier,
}: Pick<Earned, 'reason' | 'base' | 'multiplier'>): string {
  return `${reasonNames[reason]} ${base}${multiplier > 1 ? ` × ${multiplier}` : ''}`
}

/** Says where it was earned what was earned and why; a full day's cap is said as plainly. */
export function showEarned(earned: Earned): void {
  const { amount, multiplier, reason, leftToday } = earned
  if (leftToday === 0) noteFull(reason, Date.now())
  if (amount === 0) {
    toast.show(`${reasonNames[reason]}成功，今天这一项的沃币已经得满`)
    return
  }
  toast.earned({
    amount,
    reason: equationOf(earned),
    multiplier,
    leftToday,
    onOpen: () => openPage('coin/statement'),
  })
}
