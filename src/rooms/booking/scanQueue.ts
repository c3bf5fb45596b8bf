import { shortCodeOf } from '@domain/booking/code'
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

/** Somebody whom a door expects, as far as this phone knows. */
export interface Expected {
  placeId: string
  name: string
  shortCode: string
}

/** Whom a door expects; `isWhole`: nobody else does come. */
export interface DoorList {
  expected: readonly Expected[]
  isWhole: boolean
}

/** A scan that waits on this phone, and whose it is by the list. */
export interface HeldScan {
  code: string
  /** Null where the list does not tell. */
  placeId: string | null
  name: string | null
  /** `unlisted`: nobody on the list has it. `unclear`: two have these digits, or the list is not whole. */
  standing: 'held' | 'unlisted' | 'unclear'
}

/** What waits, with whom it lets in: a list on the phone answers while the cloud cannot. */
export function heldScans(queue: readonly Scan[], { expected, isWhole }: DoorList): HeldScan[] {
  return queue.map(({ code }) => {
    const digits = CODE.test(code) && code.length > 4 ? shortCodeOf(code) : code
    const found = expected.filter(({ placeId, shortCode }) => placeId === code || shortCode === digits)
    const [only] = found
    if (only && found.length === 1)
      return { code, placeId: only.placeId, name: only.name, standing: 'held' as const }
    const isUnlisted = found.length === 0 && isWhole
    return { code, placeId: null, name: null, standing: isUnlisted ? 'unlisted' : 'unclear' }
  })
}
