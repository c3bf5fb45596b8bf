import { OFFENCE_MS } from '@domain/forum/review'
import type { Offence } from '@domain/identity/memberContract'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { type MuteOnRecord, mutesOf } from '../access/public'
import { missedSince } from '../booking/public'
import { removedOf } from '../forum/public'
import { namesOf } from './colleagues'

/**
 * What a colleague did against the rules within a year, the newest first. Six requests at most, the names of whoever
 * muted after the others.
 * @param isWhole also what was booked and missed, which is the person's own time and for HR alone
 */
export async function offencesOf(
  employeeId: string,
  now: Instant,
  { isWhole }: { isWhole: boolean },
): Promise<Offence[]> {
  const from = now - OFFENCE_MS
  const [removed, muted, missed] = await Promise.all([
    removedOf(employeeId, now),
    mutesOf(employeeId, from).then(inLines),
    isWhole ? missedSince(employeeId, from) : [],
  ])
  const lines: Offence[] = [
    ...removed.map(one => ({ what: 'removed' as const, ...one })),
    ...muted,
    ...missed.map(({ title, startsAt }) => ({
      ...bare,
      what: 'missed' as const,
      at: startsAt,
      about: title,
    })),
  ]
  return lines.sort((one, other) => other.at - one.at)
}

const bare = { about: '', reason: '', byName: null, muteDays: 0 }

async function inLines(mutes: readonly MuteOnRecord[]): Promise<Offence[]> {
  const actors = await namesOf([...new Set(mutes.map(({ by }) => by))])
  return mutes.map(({ at, by, mutedUntil, reason }) => ({
    ...bare,
    what: mutedUntil === null ? 'unmuted' : 'muted',
    at,
    reason,
    byName: actors.find(actor => actor.employeeId === by)?.name ?? null,
    muteDays: mutedUntil === null ? 0 : Math.round((mutedUntil - at) / DAY_MS),
  }))
}
