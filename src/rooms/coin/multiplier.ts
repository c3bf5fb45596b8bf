import type { EarnReason } from '@domain/coin/reasons'
import { type Day, dayOf } from '@domain/kernel/time'
import { create } from 'zustand'
import { type HappyHourView, isRunning } from './HappyHour'

/** On which day each way of earning has given all that a day gives, as far as this phone has heard. */
const useFull = create<Partial<Record<EarnReason, Day>>>(() => ({}))

/** Notes that a way of earning gives no more today. */
export function noteFull(reason: EarnReason, now: number): void {
  useFull.setState({ [reason]: dayOf(now) })
}

/**
 * By how much an action is multiplied at this moment of the server's clock: 1 outside a Happy Hour, and once the day has
 * given all that it gives for it.
 */
export function useMultiplier(reason: EarnReason, happyHour: HappyHourView, now: number): number {
  const isFull = useFull(full => full[reason] === dayOf(now))
  return happyHour && !isFull && isRunning(happyHour, now) ? happyHour.multiplier : 1
}
