import { Refusal, refuse } from '@domain/kernel/errors'
import { ugcEnabled } from './configuration'
import type { EmployeeContext } from './context'

/**
 * Refuses whoever may show colleagues nothing: while publishing is switched off, and whom moderators or HR have muted. No
 * request: who calls is known with until when. By whom and why they read in the forum and in their inbox.
 * @throws Refusal FORUM_CLOSED; FORUM_MUTED, with the time from which they may publish again
 */
export function assertMayPublish(ctx: Pick<EmployeeContext, 'employee' | 'now'>): void {
  refuse(!ugcEnabled(), 'FORUM_CLOSED')
  assertNotMuted(ctx)
}

/**
 * The same where somebody's words reach one person alone, which goes on while publishing is switched off.
 * @throws Refusal FORUM_MUTED, with the time from which they may write again
 */
export function assertNotMuted({ employee, now }: Pick<EmployeeContext, 'employee' | 'now'>): void {
  const { mutedUntil } = employee
  if (mutedUntil !== null && now < mutedUntil) throw new Refusal('FORUM_MUTED', undefined, mutedUntil)
}
