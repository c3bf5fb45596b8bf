import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { namesOfActing } from '@domain/access/lending'
import { can } from '@domain/access/roles'
import { answererOf, CORRECTED_MS, isClaim } from '@domain/booking/checkIn'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { type PlaceDocument, places, type SessionDocument, sessions } from './store'

/** More than anybody says in a week that they came unseen. */
const TOLD_MAX = 500

type Host = Pick<Employee, 'id' | 'grants'>
type Session = Pick<SessionDocument, '_id' | 'kind' | 'title' | 'startsAt' | 'endsAt' | 'hostScopeId'>
type Claim = Pick<PlaceDocument, 'sessionId' | 'employeeId' | 'person' | 'state' | 'told'>

/**
 * The events of which somebody says that they were there unseen, for those who run them; not their own word, which another
 * answers. One request, one more where anybody says so.
 */
export async function waitingClaims(host: Host, now: Instant): Promise<WaitingItem[]> {
  const told: Claim[] = await places.find({
    where: { 'told.what': 'came', endsAt: _.gt(now - CORRECTED_MS) },
    orderBy: [['endsAt', 'asc']],
    limit: TOLD_MAX,
    fields: ['sessionId', 'employeeId', 'person', 'state', 'told'],
  })
  const claims = told.filter(isClaim)
  const ids = [...new Set(claims.map(({ sessionId }) => sessionId))]
  if (ids.length === 0) return []
  const found: Session[] = await sessions.find({
    where: { _id: _.in(ids) },
    limit: ids.length,
    fields: ['_id', 'kind', 'title', 'startsAt', 'endsAt', 'hostScopeId'],
  })
  return found
    .filter(({ hostScopeId }) => can(host.grants, 'booking.host', hostScopeId))
    .flatMap(session => waitingOf(session, claims, host, now))
    .slice(0, WAITING_MAX)
}

/** What waits at one event, since the first who said so; nothing where all of it is the host's own. */
function waitingOf(session: Session, claims: readonly Claim[], host: Host, now: Instant): WaitingItem[] {
  const { _id, title, hostScopeId } = session
  const own = namesOfActing(host, 'booking.host', hostScopeId)
  const open = claims
    .filter(one => one.sessionId === _id && answererOf(one, session, { own, now }) === 'host')
    .map(({ person, told }) => ({ person, since: told?.at ?? 0 }))
    .sort((one, other) => one.since - other.since)
  const [first] = open
  if (!first) return []
  const who = open.length > 1 ? `${first.person.name}等 ${open.length} 位` : first.person.name
  return [
    {
      kind: 'claim',
      id: _id,
      place: title,
      ...first,
      title: `${who}说自己来过`,
      summary: '没扫到码，等会长确认',
    },
  ]
}
