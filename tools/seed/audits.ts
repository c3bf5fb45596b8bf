import { createHash } from 'node:crypto'
import type { AuditDocument, TurnDocument } from '../../cloudfunctions/access/store'
import type { MembershipDocument } from '../../cloudfunctions/union/store'
import { START, sealAfter, type Unsealed } from '../../domain/access/chain'
import { concernedIn } from '../../domain/access/recordWords'
import { DAY_MS, dayOf } from '../../domain/kernel/time'
import { grantsGiven } from './granted'
import type { World } from './world'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const NUMBER_DIGITS = 12

/** The record of the back office, sealed as the timer would have: decisions of presidents, and roles given. */
export function auditsOf(
  world: World,
  memberships: readonly MembershipDocument[],
): { access_audit: AuditDocument[]; access_turns: TurnDocument[] } {
  const { calendar } = world
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
  const granted = grantsGiven(calendar).map(({ employeeId, grant }) =>
    entryOf(grant.given.at, grant.given.byId, 'access.grantRole', `identity_employees/${employeeId}`, {
      before: { grants: [] },
      after: { granted: grant },
    }),
  )
  const unsealed = [...decided, ...granted, ...mutesTold(world)].sort(
    (a, b) => a.at - b.at || (a.subject < b.subject ? -1 : 1),
  )
  const records = sealAfter(START, unsealed, hash)
  const last = records.at(-1)
  return {
    access_audit: records.map(record => {
      const _id = String(record.number).padStart(NUMBER_DIGITS, '0')
      return { _id, sourceId: `demo-${_id}`, people: concernedIn(record), ...record }
    }),
    access_turns: last ? [{ _id: 'chain', version: last.number, hash: last.hash }] : [],
  }
}

/** Whoever was thrown out of an association for selling was kept from speaking for some days, too. */
function mutesTold({ calendar, who }: World): Unsealed[] {
  const at = calendar.at(6, '19:05')
  const reason = '在社群里推销器材，提醒两次没有改。'
  return [
    entryOf(at, who('wangyanqiu')._id, 'identity.muteMember', `identity_employees/${who('maxiao')._id}`, {
      before: { mutedUntil: null },
      after: { mutedUntil: at + MUTED_DAYS * DAY_MS, reason },
    }),
  ]
}

const MUTED_DAYS = 3

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
