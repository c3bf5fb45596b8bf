import type { SlotShown } from '@domain/booking/centreViews'
import type { booking } from '@domain/booking/contract'
import type { OutputOf } from '@domain/kernel/contract'
import { inChina } from '@domain/kernel/time'

export type OpenSlots = OutputOf<typeof booking.openSlots>
export type OpenDay = OpenSlots['days'][number]

/** What can be had of a day, under its number; `quiet`: nothing. */
export function dayWords({ sort, spans, slots }: OpenDay): { words: string; quiet: boolean } {
  if (sort === 'closed') return { words: '闭馆', quiet: true }
  if (spans.length === 0) return { words: '休', quiet: true }
  const left = slots.reduce((sum, slot) => sum + (slot.state === 'free' ? slot.left : 0), 0)
  if (left > 0) return { words: `余 ${left}`, quiet: false }
  if (slots.some(({ state }) => state === 'full')) return { words: '满', quiet: true }
  return { words: slots.some(({ state }) => state === 'closed') ? '闭馆' : '已过', quiet: true }
}

/** Whether a party finds seats, would have to queue, or can do neither. */
export function slotFor({ state, left, byCar, mine }: SlotShown, party: number): 'seats' | 'queue' | 'none' {
  if (mine !== null || (state !== 'free' && state !== 'full')) return 'none'
  return state === 'free' && left >= (byCar ? 1 : party) ? 'seats' : 'queue'
}

/** 余 3 位, 余 2 台: what is left, in people or cars. */
export const sayLeft = ({ left, byCar }: Pick<SlotShown, 'left' | 'byCar'>) =>
  `余 ${left} ${byCar ? '台' : '位'}`

const closedWords = { closed: '不开放', tooSoon: '来不及了', over: '已过' } as const

/** What can be had of a time, under its beginning. */
export function slotWords(slot: SlotShown): string {
  const { state, mine, waiting } = slot
  if (mine !== null) return '你约了'
  if (state === 'free') return sayLeft(slot)
  if (state === 'full') return waiting > 0 ? `候补 ${waiting} 位` : '满'
  return closedWords[state]
}

/** 10:30 */
export function slotTime(startsAt: number): string {
  return inChina(startsAt).format('H:mm')
}

/** "1 小时前", "一天前": how long before the beginning something ends. */
export function sayBefore(minutes: number): string {
  if (minutes === 0) return '开始时'
  if (minutes % 1_440 === 0) return `提前 ${minutes / 1_440} 天`
  return minutes % 60 === 0 ? `提前 ${minutes / 60} 小时` : `提前 ${minutes} 分钟`
}
