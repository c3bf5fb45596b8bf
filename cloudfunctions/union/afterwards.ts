import { can } from '@domain/access/roles'
import type { Instant } from '@domain/kernel/time'
import { mayPicture, mayTell } from '@domain/union/recap'
import type { AfterwardsView } from '@domain/union/recapContract'
import type { Employee } from '@platform/context'
import type { SessionView } from '../booking/public'
import { shownAmong } from '../identity/public'
import { photoPage } from './photoViews'
import type { EventDocument } from './store'

interface Facts {
  event: EventDocument
  session: Pick<SessionView, 'state'>
  viewer: Employee
  /** Whether the viewer was checked in. */
  attended: boolean
  now: Instant
}

/** What an event's page shows once it has begun: words, pictures and who may add to them. One request from then on, and as `shownAmong`. */
export async function afterwardsOf({
  event,
  session: { state },
  viewer,
  attended,
  now,
}: Facts): Promise<AfterwardsView | null> {
  const { _id, associationId, startsAt, endsAt, recap } = event
  if (now < startsAt) return null
  const hosting = can(viewer.grants, 'union.events.manage', associationId)
  const [page, shown] = await Promise.all([
    photoPage({ eventId: _id }, viewer, undefined),
    shownAmong(recap ? [recap.by] : []),
  ])
  return {
    recap: recap ? { ...recap, by: shown(recap.by) } : null,
    ...page,
    mayAdd: mayPicture({ state, startsAt, endsAt }, { hosting, attended }, now),
    mayTell: hosting && mayTell({ state, endsAt }, now),
  }
}
