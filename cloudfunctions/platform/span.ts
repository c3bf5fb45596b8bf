import type { Day, Instant } from '@domain/kernel/time'
import { DAY_MS, startOfDay } from '@domain/kernel/time'
import { ulid } from 'ulid'
import type { SdkCommand } from './cloud'
import { _ } from './cloud'

/** The smallest id of something that is made at `at`: ids begin with their time. */
function idFrom(at: Instant): string {
  return `${ulid(at).slice(0, 10)}${'0'.repeat(16)}`
}

/** The ids of everything that was made on a day. */
export function idsOn(on: Day): SdkCommand {
  const from = startOfDay(on)
  return _.gte(idFrom(from)).and(_.lt(idFrom(from + DAY_MS)))
}

const BLOCK = 1_000

/** Everything in a span of time, which is halved wherever one read can't hold it. One request each thousand or less. */
export async function readSpan<T>(
  from: Instant,
  to: Instant,
  read: (from: Instant, to: Instant, limit: number) => Promise<T[]>,
): Promise<T[]> {
  const found = await read(from, to, BLOCK)
  if (found.length < BLOCK || to - from <= 1) return found
  const middle = Math.floor((from + to) / 2)
  return [...(await readSpan(from, middle, read)), ...(await readSpan(middle, to, read))]
}
