import { ROLES_KEPT_BY } from '@domain/access/roles'
import type { Instant } from '@domain/kernel/time'
import { APPROVERS_MAX } from '@domain/union/foundingFlow'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { colleaguesBy, holdersOf } from '../identity/public'
import { settleTodos } from '../notice/public'
import { tellVacated } from './approvalNotices'
import { type AssociationDocument, associations, memberships } from './store'

/** As many as one request brings: a company has dozens. */
const ASSOCIATIONS_MAX = 1_000

type Office = Pick<AssociationDocument, '_id' | 'president' | 'vacatedBy'>

/**
 * Says once of each association whose president has left that somebody has to follow. What waits there is due at once:
 * whoever has asked hears that nobody decides now, and whoever presides next hears what waits; see `remindLate`.
 * @returns how many offices were vacated or taken up
 */
export async function tellVacancies(now: Instant, shift: Shift): Promise<number> {
  const all: Office[] = await associations.find({
    where: {},
    orderBy: [['_id', 'asc']],
    limit: ASSOCIATIONS_MAX,
    fields: ['_id', 'president', 'vacatedBy'],
  })
  if (all.length === 0) return 0
  // Not out of memory: who was here a moment ago may have left.
  const present = await colleaguesBy([...new Set(all.map(({ president }) => president.employeeId))])
  const here = new Set(present.map(({ employeeId }) => employeeId))
  const leaverOf = ({ president }: Office) => (here.has(president.employeeId) ? null : president.employeeId)
  const changed = all.filter(office => leaverOf(office) !== (office.vacatedBy ?? null))
  if (changed.length === 0) return 0
  const { [ROLES_KEPT_BY]: keepers = [] } = await holdersOf([ROLES_KEPT_BY])
  const open = new Set(all.map(leaverOf))
  return eachWhile(shift, changed, async office => {
    const { vacatedBy = null } = office
    // First, so that whoever dies before it is noted does it again.
    if (vacatedBy !== null && !open.has(vacatedBy))
      await settleTodos({ target: 'leaving', ids: [vacatedBy], becomes: 'account', until: now })
    await note(office, leaverOf(office), keepers.slice(0, APPROVERS_MAX), now)
  })
}

async function note(
  { _id, president }: Office,
  vacatedBy: string | null,
  keepers: readonly string[],
  now: Instant,
): Promise<void> {
  // First, so that whoever dies before the rest leaves them told.
  await memberships.updateWhere({ state: 'pending', associationId: _id }, { remindAt: now })
  await transaction(async tx => {
    const found = await associations.in(tx).get(_id)
    // The office has gone on since, or another run has noted it.
    if (found?.president.employeeId !== president.employeeId) return
    if ((found.vacatedBy ?? null) === vacatedBy) return
    await associations.in(tx).update(_id, { vacatedBy })
    if (vacatedBy !== null) await tellVacated(tx, { now, newId: () => ulid(now) }, found, keepers)
  })
}
