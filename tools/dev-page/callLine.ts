import type { DemoPerson, Invocation } from './cloud'

/** In place of what is not known yet. */
const RUNS = '…'

/** Somebody whom the company does not know yet is asked to register: nothing is broken. */
const AT_THE_DOOR = 'IDENTITY_NOT_REGISTERED'

/** What the log shows in red. */
export const isBad = ({ finished, ok, errorCode, scans }: Invocation) =>
  (finished && !ok && errorCode !== AT_THE_DOOR) || scans > 0

/** By name, or what else it was. */
export function callerOf({ openid }: Invocation, people: DemoPerson[]): string {
  return people.find(person => person.openid === openid)?.name ?? (openid ? '新来的' : '定时')
}

/** What was wrong, or what came of it, or at least who it was; while it runs nobody knows. */
export function ending(call: Invocation, results: Record<string, string>, caller: string): string {
  if (!call.finished) return RUNS
  if (call.errorCode === AT_THE_DOOR) return '还没登记'
  if (call.errorCode) return call.errorCode
  if (call.scans > 0) return `扫了全表 ${call.scans} 次`
  return results[call.requestId ?? ''] ?? caller
}

/** A count of what a call took; a running one's says nothing yet. */
export function costOf({ finished }: Invocation, count: number): string {
  return finished ? String(Math.round(count)) : RUNS
}
