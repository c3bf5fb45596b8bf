import type { OutputOf } from '@domain/kernel/contract'
import type { mall } from '@domain/mall/contract'
import type { OrderAction } from '@domain/mall/order'
import { sayWhen } from '@/ui/clock/moment'
import { grouped } from '@/ui/coin/grouped'
import type { TimelineStep } from '@/ui/timeline/Timeline'

export type Order = OutputOf<typeof mall.openOrder>['order']

/** The state as a title, in the words of somebody who waits for a parcel. */
export function orderTitle({ state, delivery }: Pick<Order, 'state' | 'delivery'>): string {
  switch (state) {
    case 'placed':
      return delivery.kind === 'desk' ? '到前台就能拿' : '正在准备寄出'
    case 'shipped':
      return '在路上了'
    case 'received':
      return '已收到'
    case 'cancelled':
      return '已取消'
  }
}

export const orderTones: Record<Order['state'], 'neutral' | 'accent' | 'ok'> = {
  placed: 'accent',
  shipped: 'accent',
  received: 'ok',
  cancelled: 'neutral',
}

const done: Record<OrderAction, string> = {
  place: '兑换成功',
  ship: '已寄出',
  handOver: '在前台交到手里',
  confirm: '确认收到',
  cancel: '取消，沃币已退回',
}

/** Newest first, with what comes next on top while something is to come. */
export function orderSteps(order: Order, now: number): TimelineStep[] {
  const past = order.trail.map(({ action, at, by, note }, index): TimelineStep => {
    const title = action === 'place' ? `${done.place}，用掉 ${grouped(order.paid)} 沃币` : done[action]
    const meta = [action === 'place' ? '' : by, note ?? ''].filter(Boolean).join(' · ')
    return {
      key: `${index}-${action}`,
      title,
      ...(meta ? { meta } : {}),
      when: sayWhen(at, now),
      state: 'done',
    }
  })
  const next = nextStep(order)
  return [...(next ? [next] : []), ...past.reverse()]
}

function nextStep({ state, delivery }: Order): TimelineStep | undefined {
  if (state === 'shipped') {
    return { key: 'next', title: '快递在路上', meta: '收到后点一下「确认收到」', when: '现在', state: 'now' }
  }
  if (state !== 'placed') return undefined
  return delivery.kind === 'desk'
    ? { key: 'next', title: '在前台为你留着', meta: '出示取货码就能拿', when: '现在', state: 'now' }
    : { key: 'next', title: '等管理员寄出', meta: '寄出前可以取消', when: '现在', state: 'now' }
}
