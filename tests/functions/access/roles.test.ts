import { can, type Permission, type Role, roles } from '@domain/access/roles'
import type { Access } from '@domain/kernel/contract'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, stranger, type TestPerson } from '../../support/people'
import { sampleCalls } from '../../support/sampleInputs'

const ADMISSION = ['NOT_ALLOWED', 'IDENTITY_NOT_REGISTERED', 'IDENTITY_LEFT']

const roleHolders: Record<Role, TestPerson> = {
  president: people.zhao,
  hr: people.wang,
  moderator: people.guo,
  official: people.voice,
  unionOfficer: people.qiu,
  unionChair: people.shen,
  keeper: people.luo,
  centreHost: people.qiao,
}

interface Caller {
  who: string
  openid: string
  /** The code with which this caller is turned away from a procedure of this access; null where they are let in. */
  refusedBy(access: Access): string | null
}

const needsPermission = (access: Access): access is Permission => access !== 'guest' && access !== 'employee'

const employeesWith = (who: string, { openid, grants }: TestPerson): Caller => ({
  who,
  openid,
  refusedBy: access => (needsPermission(access) && !can(grants, access) ? 'NOT_ALLOWED' : null),
})

const callers: Caller[] = [
  {
    who: 'a stranger',
    openid: stranger.openid,
    refusedBy: access => (access === 'guest' ? null : 'IDENTITY_NOT_REGISTERED'),
  },
  {
    who: 'a leaver',
    openid: people.ding.openid,
    refusedBy: access => (access === 'guest' ? null : 'IDENTITY_LEFT'),
  },
  employeesWith('an employee without a role', people.lin),
  ...Object.entries(roleHolders).map(([role, person]) => employeesWith(`a ${role}`, person)),
]

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T08:00:00+08:00' })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

test('the callers cover every role and every permission', () => {
  expect(Object.keys(roleHolders).sort()).toEqual(Object.keys(roles).sort())
  const held = Object.values(roleHolders).flatMap(({ grants }) => grants.map(({ role }) => role))
  expect([...new Set(held)].sort()).toEqual(Object.keys(roles).sort())
})

describe.each(sampleCalls)('$name', ({ name, procedure, input }) => {
  test.each(callers)('as the contract says for $who', async ({ openid, refusedBy }) => {
    const reply = await cloud.call(openid, name, input, newRequestId())
    const code = reply.ok ? null : reply.error.code
    const expected = refusedBy(procedure.access)
    if (expected !== null) expect(code).toBe(expected)
    // A guest's procedure may still tell a leaver so by its own rule.
    else if (procedure.access === 'guest')
      expect(['NOT_ALLOWED', 'IDENTITY_NOT_REGISTERED']).not.toContain(code)
    else expect(ADMISSION).not.toContain(code)
    expect(['INVALID_INPUT', 'BAD_REQUEST', 'UNKNOWN_PROCEDURE', 'INTERNAL']).not.toContain(code)
  })
})
