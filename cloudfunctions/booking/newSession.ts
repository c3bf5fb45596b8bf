import type { SessionDocument } from './store'

/** What whoever opens a session decides of it. */
export type NewSession = Pick<
  SessionDocument,
  | '_id'
  | 'kind'
  | 'subjectId'
  | 'title'
  | 'venue'
  | 'coverFileId'
  | 'startsAt'
  | 'endsAt'
  | 'joinUntil'
  | 'cancelUntil'
  | 'capacity'
  | 'partyMax'
  | 'fee'
  | 'earns'
  | 'hostScopeId'
  | 'doorCode'
  | 'remindAt'
  | 'state'
> &
  Pick<Partial<SessionDocument>, 'visit'>

/** A session in which nobody has a seat yet. */
export function newSession(session: NewSession): SessionDocument {
  return {
    ...session,
    taken: 0,
    reservations: [],
    returned: [],
    calledOffBecause: null,
    revision: 0,
    spreading: false,
    spreadAt: 0,
    queueing: false,
    queuedAt: 0,
  }
}
