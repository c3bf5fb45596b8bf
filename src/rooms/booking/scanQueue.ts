import type { booking } from '@domain/booking/contract'
import type { InputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'

export type Scan = InputOf<typeof booking.checkIn>['scans'][number]

const CODE = /^(\d{4}|[0-9A-Z]{16})$/

/** What a camera or a thumb read, as a code; undefined: it is none of ours. */
export function readCode(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  return CODE.test(code) ? code : undefined
}

/** The queue with one more scan. The first scan of a code is the one that counts. */
export function withScan(queue: readonly Scan[], scan: Scan): Scan[] {
  return queue.some(({ code }) => code === scan.code) ? [...queue] : [...queue, scan]
}

/** What is sent next: as many as one call takes, the oldest first. */
export function nextBatch(queue: readonly Scan[]): Scan[] {
  return queue.slice(0, limits.decisionsMax)
}

/** The queue without what has been answered; what was scanned meanwhile stays. */
export function withoutAnswered(queue: readonly Scan[], answered: readonly { code: string }[]): Scan[] {
  return queue.filter(({ code }) => !answered.some(one => one.code === code))
}
