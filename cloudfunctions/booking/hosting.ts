import { can } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import type { Employee } from '@platform/context'
import { type SessionDocument, sessions } from './store'

/** @throws Refusal BOOKING_SESSION_MISSING, also for one that somebody else runs */
export async function hostedSession({ grants }: Employee, sessionId: string): Promise<SessionDocument> {
  const session = await sessions.require(sessionId, 'BOOKING_SESSION_MISSING')
  refuse(!can(grants, 'booking.host', session.hostScopeId), 'BOOKING_SESSION_MISSING')
  return session
}
