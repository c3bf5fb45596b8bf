import { closedDoor } from '@domain/access/granting'
import { can, type Permission, type Role, roles } from '@domain/access/roles'
import type { Access, Procedure } from '@domain/kernel/contract'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, stranger, type TestPerson } from '../../support/people'
import { sampleCalls } from '../../support/sampleInputs'

/** What is said to whom a procedure is not for. */
const ADMISSION = ['NOT_ALLOWED', 'IDENTITY_NOT_REGISTERED', 'IDENTITY_LEFT']

/** Open to whoever is not registered yet, but not to those who were: they come back by registering. */
const CLOSED_TO_LEAVERS = ['identity.requestRebind']

function ownErrors({ errors }: Procedure): readonly string[] {
  return errors.filter(code => !ADMISSION.includes(code))
}

const roleHolders: Record<Role, TestPerson> = {
  admin: people.xu,
  lead: people.he,
  president: people.zhao,
  hr: people.wang,
  moderator: people.guo,
  official: people.voice,
  unionOfficer: people.qiu,
  unionChair: people.shen,
  keeper: people.luo,
  shuttle: people.pan,
  facility: people.fang,
  finance: people.jin,
  centreHost: people.qiao,
  facilityManager: people.fei,
  editor: people.meng,
  recruiter: people.cao,
  writer: people.ruan,
  chiefEditor: people.song,
  coinKeeper: people.liang,
  publicist: people.mao,
  liveHost: people.xiang,
  ops: people.ning,
}

interface Caller {
  who: string
  openid: string
  /** The code with which this caller is turned away from a procedure of this access; null where they are let in. */
  refusedBy(access: Access, name: string): string | null
}

const needsPermission = (access: Access): access is Permission => access !== 'guest' && access !== 'employee'

const employeesWith = (who: string, { openid, grants }: TestPerson): Caller => ({
  who,
  openid,
  refusedBy: access => (needsPermission(access) && !can(grants, access) ? 'NOT_ALLOWED' : null),
})

/** Whom a guard turns away or lets in for what they are, whatever roles there may be. */
const everyone: Caller[] = [
  {
    who: 'a stranger',
    openid: stranger.openid,
    refusedBy: access => (access === 'guest' ? null : 'IDENTITY_NOT_REGISTERED'),
  },
  {
    who: 'a leaver',
    openid: people.ding.openid,
    refusedBy: (access, name) =>
      access === 'guest' && !CLOSED_TO_LEAVERS.includes(name) ? null : 'IDENTITY_LEFT',
  },
  employeesWith('an employee without a role', people.lin),
]

const holders = Object.entries(roleHolders).map(([role, person]) => employeesWith(`a ${role}`, person))

/**
 * Holds every role that does not permit something. Permissions only add up, so whoever is turned away with all of
 * these roles is turned away with each: one call says what a dozen would.
 */
function holderOfAllBut(permission: Permission, number: number): TestPerson {
  const grants = Object.values(roleHolders).flatMap(person => person.grants)
  return {
    ...people.lin,
    employeeId: `VC9${String(number).padStart(5, '0')}`,
    openid: `wx-all-but-${number}`,
    phone: `139${String(number).padStart(8, '0')}`,
    grants: grants.filter(({ role }) => !can([{ role }], permission)),
  }
}

const permissions = [...new Set(sampleCalls.map(({ procedure }) => procedure.access).filter(needsPermission))]
const allBut = new Map(
  permissions.map((permission, index) => [permission, holderOfAllBut(permission, index)]),
)

function callersOf(access: Access): Caller[] {
  const rest = needsPermission(access) ? allBut.get(access) : undefined
  if (!rest) return everyone
  const permitted = holders.filter(({ refusedBy }) => refusedBy(access, '') === null)
  return [...everyone, ...permitted, employeesWith('whoever has every other role', rest)]
}

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T08:00:00+08:00' })
  await insertPeople(cloud.engine)
  await insertPeople(cloud.engine, [...allBut.values()])
})
afterAll(() => cloud.close())

test('the callers cover every role and every permission', () => {
  expect(Object.keys(roleHolders).sort()).toEqual(Object.keys(roles).sort())
  const held = Object.values(roleHolders).flatMap(({ grants }) => grants.map(({ role }) => role))
  expect([...new Set(held)].sort()).toEqual(Object.keys(roles).sort())
  for (const [permission, { grants }] of allBut) {
    const others = Object.keys(roles).filter(role => !can([{ role: role as Role }], permission))
    expect([permission, [...new Set(grants.map(({ role }) => role))].sort()]).toEqual([
      permission,
      others.sort(),
    ])
  }
})

describe.each(sampleCalls)('$name', ({ name, procedure, input }) => {
  test.each(callersOf(procedure.access))('as the contract says for $who', async ({ openid, refusedBy }) => {
    const reply = await cloud.call(openid, name, input, newRequestId())
    const code = reply.ok ? null : reply.error.code
    const expected = refusedBy(procedure.access, name)
    if (code === 'NOT_ALLOWED' && code === expected) {
      expect(reply).toMatchObject({ error: { message: closedDoor(procedure.access as Permission) } })
    }
    // Whoever is let in is served, or refused by a rule of this procedure's own: its contract must name the code.
    const answers = expected === null ? [null, ...ownErrors(procedure)] : [expected]
    expect(answers).toContain(code)
  })
})
