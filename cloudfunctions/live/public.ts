import type { Instant } from '@domain/kernel/time'
import { ENTRY_AFTER_MS, entryOf, mayBeReminded, statusAt } from '@domain/live/broadcast'
import type { BroadcastCardView } from '@domain/live/views'
import { _ } from '@platform/cloud'
import { ownBeside, ownIn } from './own'
import { broadcasts, type PresenceDocument, scheduleOf } from './store'
import { type Card, cardFields, cardView } from './views'

export { exportOf, forget } from './ownPart'

/** More than are ever announced at once. */
const ENTRIES_MAX = 20

/** What the front page needs to lead to a broadcast, for a screen that reads it along. */
export function entryAlong() {
  return broadcasts.along({
    where: { stage: 'open', endsAt: _.gt(Date.now() - ENTRY_AFTER_MS) },
    orderBy: [['endsAt', 'asc']],
    limit: ENTRIES_MAX,
    fields: cardFields,
    each: { own: ownBeside() },
  })
}

type Entry = Card & { own?: PresenceDocument[] }

/**
 * Of what was read along the one to lead to: on the air, about to be, or just over; null: none is shown now. With it
 * whether its reader is called before it begins, while that can be asked for.
 */
export function entryFrom(
  found: readonly Entry[],
  at: Instant,
): (BroadcastCardView & { reminded: boolean }) | null {
  const entry = entryOf(
    found.map(broadcast => ({ broadcast, schedule: scheduleOf(broadcast) })),
    at,
  )
  if (!entry) return null
  const card = cardView(entry.broadcast, at)
  const own = mayBeReminded(card, at) ? ownIn(entry.broadcast.own ?? []) : {}
  return { ...card, reminded: own.wants ?? false }
}

/** Of what was read along the one that is on the air, or else begins next; null: nothing is announced. */
export function nextFrom(found: readonly Card[], at: Instant): Coming | null {
  const coming = found
    .map(broadcast => ({ status: statusAt(scheduleOf(broadcast), at), startsAt: broadcast.startsAt }))
    .filter(isComing)
    .sort((a, b) => a.startsAt - b.startsAt)
  return coming[0] ?? null
}

interface Coming {
  status: 'before' | 'live'
  startsAt: Instant
}

function isComing(one: { status: string; startsAt: Instant }): one is Coming {
  return one.status === 'before' || one.status === 'live'
}
