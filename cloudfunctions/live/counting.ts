import type { Instant } from '@domain/kernel/time'
import { attendanceOf, SHARDS, slotStart, watchingAt } from '@domain/live/presence'
import { peopleIn, presences, type TallyDocument, tallies } from './store'

/**
 * Counts one broadcast from what is there: everybody stands in one of the hundred once, so that the figures are exact
 * however often a run dies. Two requests.
 */
export async function countUp(broadcastId: string, now: Instant): Promise<TallyDocument> {
  const people = peopleIn(await presences.find({ where: { broadcastId }, limit: SHARDS }))
  const slots = attendanceOf(people)
  const most = slots.reduce((best, one) => (one.people > best.people ? one : best), { slot: 0, people: 0 })
  const rewarded = people.filter(({ earned = 0 }) => earned > 0)
  return tallies.put({
    _id: broadcastId,
    reminders: people.filter(({ wants }) => wants).length,
    hearts: people.filter(({ hearted }) => hearted).length,
    viewers: people.filter(one => one.slots.length > 0).length,
    watching: watchingAt(people, now),
    peak: most.people,
    peakAt: most.people > 0 ? slotStart(most.slot) : null,
    rewarded: rewarded.length,
    coins: rewarded.reduce((sum, { earned = 0 }) => sum + earned, 0),
    slots,
    at: now,
  })
}
