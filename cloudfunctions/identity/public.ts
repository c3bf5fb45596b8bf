import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { activeGrants, namesOfActing, ownGrants } from '@domain/access/lending'
import type { Grant, Role } from '@domain/access/roles'
import { maskPhone } from '@domain/identity/phone'
import { searchTerm } from '@domain/identity/searchTerms'
import { defaultPrivacy, maySee } from '@domain/identity/visibility'
import type { Person } from '@domain/kernel/schema'
import { type Day, dayOf, type Instant } from '@domain/kernel/time'
import type { Alongs } from '@platform/along'
import { _ } from '@platform/cloud'
import type { Caller, Employee } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { passedFace, registeredAt } from './people'
import {
  discretions,
  type EmployeeDocument,
  employees,
  type RebindDocument,
  rebinds,
  unboundOpenid,
} from './store'
import { veil } from './veil'

export { type Counted, census } from './census'
export { colleaguesAfter, colleaguesBy, everCalled, namesOf, peopleNamed, rosterBy } from './colleagues'
export { waitingCorrections } from './correctionReading'
export { accountsDecidedOn } from './dayFigures'
export { decidedCorrections, decidedRebinds } from './decidedReading'
export { departmentsOf, rosterPlaces } from './departments'
export { clearEndedGrants, giveRole, grantRole, peopleHolding, prolongRole, revokeRole } from './grants'
export { formerColleague, hasParted, leaversAmong, leaversIn, shownAmong, stillHere } from './leavers'
export { endLending, lend, lendingOf, withDeputies } from './lending'
export { exportOf } from './ownPart'
export { isColleaguesPhone } from './phoneHolder'
export { silentAmong } from './silent'
export { memberSubject } from './store'
export { forgetFile, noteFile, noteUploads, READ_LIFE_MS } from './uploads'
export { hidingDepartment, veilRows } from './veil'

/**
 * Who stands behind a WeChat identity; every call asks this first, so that a leaver is out from the next one on. One
 * request, with all that is to be read along.
 */
export async function standingOf(openid: string, alongs: Alongs = {}): Promise<Caller> {
  const read = await find(openid, alongs)
  if (!read) return { caller: { standing: 'stranger' }, found: {} }
  const { document, found } = read
  const standing = document.status === 'active' ? 'employee' : 'left'
  const employee = employeeOf(document)
  return { caller: { standing, employee }, found, veil: veilFor(document) }
}

/** HR's own lists show what the roster has; everywhere else people choose. */
function veilFor(document: EmployeeDocument): Caller['veil'] {
  const { _id: employeeId, department } = document
  const viewer = { employeeId, department, face: passedFace(document) }
  return (answer, access) => (access.startsWith('identity.') ? Promise.resolve(answer) : veil(answer, viewer))
}

async function find(openid: string, alongs: Alongs) {
  if (Object.keys(alongs).length > 0) return employees.findWith({ openid }, alongs)
  const [document] = await employees.find({ where: { openid }, limit: 1 })
  return document ? { document, found: {} } : null
}

/** The WeChat account of a colleague, for messages to them; null when none is bound or they have left. One request. */
export async function openidOf(employeeId: string): Promise<string | null> {
  const found = await employees.get(employeeId)
  if (found?.status !== 'active') return null
  return found.openid === unboundOpenid(employeeId) ? null : found.openid
}

/** As many as one request brings. */
const HOLDERS_MAX = 1_000

/** The colleagues who hold a role of their own that has not ended, whatever it is limited to, by role. One request. */
export async function holdersOf(roles: readonly Role[]): Promise<Partial<Record<Role, string[]>>> {
  const found = await employees.find({
    where: { 'grants.role': _.in([...roles]), status: 'active' },
    limit: HOLDERS_MAX,
    fields: ['_id', 'grants'],
  })
  const now = Date.now()
  const holding = (role: Role) =>
    found.filter(({ grants }) => activeGrants(ownGrants(grants), now).some(grant => grant.role === role))
  return Object.fromEntries(roles.map(role => [role, holding(role).map(({ _id }) => _id)]))
}

/** The colleagues who hold a role, also by a loan that runs, and what they hold now. One request. */
export async function peopleWith(
  role: Role,
): Promise<{ employeeId: string; name: string; grants: Grant[] }[]> {
  const found = await employees.find({
    where: { 'grants.role': role, status: 'active' },
    limit: HOLDERS_MAX,
    fields: ['_id', 'name', 'grants'],
  })
  const now = Date.now()
  return found
    .map(({ _id, name, grants }) => ({ employeeId: _id, name, grants: activeGrants(grants, now) }))
    .filter(({ grants }) => grants.some(grant => grant.role === role))
}

/** How many colleagues are here, of one place or department if one is named. One request. */
export function colleaguesCounted(of: { site?: string; department?: string }): Promise<number> {
  return employees.count({ status: 'active', ...of })
}

const NAMED_MAX = 500

/** Those who are called so, by name, pinyin, initials or number; `more` when there are others. One request. */
export async function employeesCalled(typed: string): Promise<{ ids: string[]; more: boolean }> {
  const term = searchTerm(typed)
  if (term === '') return { ids: [], more: false }
  const found = await employees.find({
    where: { searchTerms: _.in([term]), status: 'active' },
    limit: NAMED_MAX,
    fields: ['_id'],
  })
  return { ids: found.map(({ _id }) => _id), more: found.length === NAMED_MAX }
}

/**
 * Lets somebody publish nothing until an instant, inside the caller's transaction; a longer silence stays. Two requests.
 * @returns until when it is then
 */
export async function mute(tx: Transaction, employeeId: string, until: Instant): Promise<Instant> {
  const { mutedUntil } = await employees.in(tx).require(employeeId, 'ACCESS_COLLEAGUE_MISSING')
  const latest = Math.max(mutedUntil ?? 0, until)
  await employees.in(tx).update(employeeId, { mutedUntil: latest })
  return latest
}

/** Ends a silence inside the caller's transaction, unless it has become a longer one since. Two requests. */
export async function unmute(tx: Transaction, employeeId: string, until: Instant): Promise<void> {
  const { mutedUntil } = await employees.in(tx).require(employeeId, 'ACCESS_COLLEAGUE_MISSING')
  if (mutedUntil === until) await employees.in(tx).update(employeeId, { mutedUntil: null })
}

/** What a colleague shows to the caller beside who they are: the phone, to whom its owner shows it. Two requests at once. */
export async function shownOf(
  { id, department }: Employee,
  ownerId: string,
): Promise<{ phone: string | null }> {
  const [owner, chosen] = await Promise.all([employees.get(ownerId), discretions.get(ownerId)])
  if (owner?.status !== 'active') return { phone: null }
  const { phone } = chosen ?? defaultPrivacy
  const side = { employeeId: ownerId, department: owner.department }
  const isShown = maySee(phone, { employeeId: id, department }, side)
  return { phone: isShown ? owner.phone : null }
}

/** Keeps that a caller has come today: HR reads the day. One request on the first call of a day, none on the others. */
export async function noteSeen({ id, seenOn }: Pick<Employee, 'id' | 'seenOn'>, now: Instant): Promise<void> {
  const today = dayOf(now)
  if (seenOn !== today) await employees.updateWhere({ _id: id }, { seenOn: today })
}

/** The day a colleague joined the company; null for whom the roster does not know. One request. */
export async function joinedOnOf(employeeId: string): Promise<Day | null> {
  return (await employees.get(employeeId))?.joinedOn ?? null
}

/** A caller as colleagues see them. */
export function personOf({ id, name, site, department }: Employee): z.infer<typeof Person> {
  return { employeeId: id, name, site, department }
}

/**
 * The requests to bind another WeChat account that wait for somebody of HR, oldest first, at most 50: neither their own
 * nor that of whoever lent them the role. One request.
 */
export async function waitingRebinds(decider: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const pending = await rebinds.find({
    where: { state: 'pending' },
    orderBy: [['askedAt', 'asc']],
    limit: WAITING_MAX,
  })
  const names = namesOfActing(decider, 'identity.rebinds.decide')
  return pending.filter(({ employeeId }) => !names.includes(employeeId)).map(waitingOf)
}

function waitingOf({ _id, applicant, reason, askedAt }: RebindDocument): WaitingItem {
  return {
    kind: 'rebind',
    id: _id,
    place: '换绑',
    person: applicant,
    title: `${applicant.name}想换绑`,
    summary: reason,
    since: askedAt,
  }
}

function employeeOf(document: EmployeeDocument): Employee {
  const { _id, name, site, department, joinedOn, phone, grants, mutedUntil = null, seenOn = null } = document
  const { agreedPrivacyVersion } = document
  return {
    id: _id,
    name,
    site,
    department,
    joinedOn,
    registeredAt: registeredAt(document),
    phoneMasked: maskPhone(phone),
    grants: activeGrants(grants, Date.now()),
    mutedUntil,
    seenOn,
    agreedPrivacyVersion,
  }
}
