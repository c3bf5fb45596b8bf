import { createHash } from 'node:crypto'
import type { AuditDocument, TurnDocument } from '../../cloudfunctions/access/store'
import type { MembershipDocument } from '../../cloudfunctions/union/store'
import { START, sealAfter, type Unsealed } from '../../domain/access/chain'
import { dayOf } from '../../domain/kernel/time'
import type { World } from './world'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const NUMBER_DIGITS = 12

/** What the administrator has given, and when: [daysAgo, clock, to, role, scope]. */
const given: readonly (readonly [number, string, string, string, string | null])[] = [
  [12, '9:40', 'VC016418', 'lead', '采购'],
  [9, '14:05', 'VC014815', 'lead', '生产计划'],
  [4, '10:20', 'VC017019', 'editor', null],
]

/** The record of the back office, sealed as the timer would have: decisions of presidents, and roles given. */
export function auditsOf(
  { calendar }: World,
  memberships: readonly MembershipDocument[],
): { access_audit: AuditDocument[]; access_turns: TurnDocument[] } {
  const decided = memberships.flatMap(({ _id, trail }) =>
    trail
      .filter(({ action }) => action === 'approve' || action === 'refuse')
      .map(({ action, by, at }) =>
        entryOf(at, by.employeeId, 'union.decide', `union_memberships/${_id}`, {
          before: { state: 'pending' },
          after: { state: action === 'approve' ? 'member' : 'refused' },
        }),
      ),
  )
  const granted = given.map(([daysAgo, clock, to, role, scopeId]) =>
    entryOf(calendar.at(daysAgo, clock), 'VC021268', 'access.grantRole', `identity_employees/${to}`, {
      before: { grants: [] },
      after: { granted: { role, ...(scopeId === null ? {} : { scopeId }) } },
    }),
  )
  const unsealed = [...decided, ...granted].sort((a, b) => a.at - b.at || (a.subject < b.subject ? -1 : 1))
  const records = sealAfter(START, unsealed, hash)
  const last = records.at(-1)
  return {
    access_audit: records.map(record => {
      const _id = String(record.number).padStart(NUMBER_DIGITS, '0')
      return { _id, sourceId: `demo-${_id}`, ...record }
    }),
    access_turns: last ? [{ _id: 'chain', version: last.number, hash: last.hash }] : [],
  }
}

function entryOf(
  at: number,
  by: string,
  action: string,
  subject: string,
  { before, after }: { before: object; after: object },
): Unsealed {
  return {
    at,
    on: dayOf(at),
    by,
    action,
    room: action.split('.')[0] ?? '',
    subject,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  }
}
