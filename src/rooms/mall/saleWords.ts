import { type SaleWindow, saleStateAt } from '@domain/mall/goods'
import { sayClock, sayCountdown } from '@/ui/clock/moment'

const dayMs = 86_400_000

/** What a sale's strip says; undefined: there is nothing to count. */
export function saySale(sale: SaleWindow | null, now: number): string | undefined {
  const state = saleStateAt(sale, now)
  if (sale === null || state === 'always') return undefined
  if (state === 'over') return '这一场结束了'
  const end = state === 'before' ? sale.opensAt : sale.closesAt
  if (end === null) return '正在限时兑换，换完为止'
  const left = end - now
  const span =
    left > dayMs ? `${Math.floor(left / dayMs)} 天 ${sayCountdown(left % dayMs)}` : sayCountdown(left)
  return state === 'before' ? `${sayClock(end)} 开换，还有 ${span}` : `还剩 ${span}`
}

export const tagNames = { new: '新到', limited: '限时', level: '等级专享' } as const
export const periodNames = { day: '每天', week: '每周', month: '每月' } as const
