import type { booking } from '@domain/booking/contract'
import type { InputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { DAY_MS, type Instant, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import { minutesOf } from '../../facility/clock'

/** What is filled in so far; days and times as the pickers have them, in UTC+8. */
export interface ClosureDraft {
  fromOn: string
  untilOn: string
  /** The whole of those days; the times then count for nothing. */
  wholeDays: boolean
  fromTime: string
  untilTime: string
  reason: string
}

export const emptyClosure: ClosureDraft = {
  fromOn: '',
  untilOn: '',
  wholeDays: true,
  fromTime: '',
  untilTime: '',
  reason: '',
}

/** Another first day; a last day before it moves along. */
export function closingFrom(
  { untilOn }: Pick<ClosureDraft, 'untilOn'>,
  fromOn: string,
): Partial<ClosureDraft> {
  return untilOn >= fromOn ? { fromOn } : { fromOn, untilOn: fromOn }
}

type Times = Pick<InputOf<typeof booking.planClosure>, 'fromAt' | 'untilAt'>

/** The time that is closed; undefined while a part of it is missing, or it ends before it begins. */
export function closureTimes(draft: ClosureDraft): Times | undefined {
  const { fromOn, wholeDays } = draft
  const untilOn = draft.untilOn === '' ? fromOn : draft.untilOn
  if (fromOn === '') return undefined
  const from = wholeDays ? 0 : minutesOf(draft.fromTime)
  const until = wholeDays ? DAY_MS / MINUTE_MS : minutesOf(draft.untilTime)
  if (from === undefined || until === undefined) return undefined
  const times = {
    fromAt: startOfDay(fromOn) + from * MINUTE_MS,
    untilAt: startOfDay(untilOn) + until * MINUTE_MS,
  }
  return times.untilAt > times.fromAt ? times : undefined
}

/** The first thing that keeps it from being planned, as the host should read it; undefined: nothing. */
export function closureProblem(draft: ClosureDraft, now: Instant): string | undefined {
  if (draft.fromOn === '') return '选哪一天闭馆'
  if (!draft.wholeDays && (draft.fromTime === '' || draft.untilTime === '')) return '选几点到几点'
  const times = closureTimes(draft)
  if (!times) return '结束要晚于开始'
  if (times.untilAt <= now) return '这段时间已经过了'
  if ([...draft.reason.trim()].length < limits.reasonMin) return '写一句为什么，客人会看到'
  return undefined
}

interface Effect {
  slots: number
  bookings: number
  guests: number
  waiting: number
}

/** What it would do, in one sentence. */
export function sayEffect({ slots, bookings, guests, waiting }: Effect): string {
  if (slots === 0 && bookings === 0) return '这段时间本来就不开放，没有人受影响。'
  const queue = waiting > 0 ? `，${waiting} 位在候补` : ''
  if (bookings === 0) return `关掉 ${slots} 个时段，还没有人约${queue}。`
  return `关掉 ${slots} 个时段：${bookings} 个预约、${guests} 位客人会收到通知，能换的给他们换到最近有位的时段${queue}。`
}
