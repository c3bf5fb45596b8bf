import { assertMayGive, closedDoor, rolesGivenBy } from '@domain/access/granting'
import { activeGrants } from '@domain/access/lending'
import { type Grant, isSameGrant, type Role, roles } from '@domain/access/roles'

const NOW = 1_000
const loan = { fromId: 'VC000009', fromName: '别人', startsAt: 0, endsAt: 9_000 }

const refusal = (grants: Grant[], grant: Pick<Grant, 'role' | 'scopeId' | 'endsAt'>, toId = 'VC000002') => {
  try {
    assertMayGive({ giver: { id: 'VC000001', grants }, toId, grant, now: NOW })
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('the administrator gives every role but that of a president, who comes with the association', () => {
  const given = rolesGivenBy([{ role: 'admin' }])
  expect(given).toEqual((Object.keys(roles) as Role[]).filter(role => role !== 'president'))
})

test('HR and the chair give their own, everybody else none, and nobody by a loan', () => {
  expect(rolesGivenBy([{ role: 'hr' }])).toEqual(['lead', 'shuttle', 'facility', 'finance', 'editor'])
  expect(rolesGivenBy([{ role: 'unionChair' }])).toEqual(['moderator', 'official', 'unionOfficer'])
  const others = (Object.keys(roles) as Role[]).filter(role => !['admin', 'hr', 'unionChair'].includes(role))
  for (const role of others) expect(rolesGivenBy([{ role }])).toEqual([])
  expect(rolesGivenBy([{ role: 'admin', lent: loan }])).toEqual([])
})

test('a closed door says whose work it is, and which office gives that role', () => {
  expect(closedDoor('mall.goods.manage')).toBe('这里由商城管理员负责，需要权限的话请找系统管理员')
  expect(closedDoor('knowledge.edit')).toBe('这里由知识库编辑负责，需要权限的话请找人力资源')
  expect(closedDoor('forum.moderate')).toBe('这里由版主负责，需要权限的话请找工会主席')
  expect(closedDoor('union.applications.decide')).toBe('这里由会长负责，有事请直接找会长')
  expect(closedDoor('notice.news.send')).toBe('这里由会长、人力资源等负责，需要权限的话请找系统管理员')
  expect(closedDoor('access.inbox')).toBe('这里由有后台角色的同事负责，需要权限的话请找系统管理员')
})

test.each<[string, Grant[], Parameters<typeof refusal>[1], string | null]>([
  ['a role over one thing', [{ role: 'admin' }], { role: 'lead', scopeId: '质量' }, null],
  ['it without the thing', [{ role: 'admin' }], { role: 'lead' }, 'ACCESS_SCOPE_WRONG'],
  [
    'a role that has no scope over one',
    [{ role: 'admin' }],
    { role: 'hr', scopeId: '质量' },
    'ACCESS_SCOPE_WRONG',
  ],
  ['a role that may do without', [{ role: 'admin' }], { role: 'facility' }, null],
  ['an end to come', [{ role: 'admin' }], { role: 'editor', endsAt: NOW + 1 }, null],
  ['an end that is over', [{ role: 'admin' }], { role: 'editor', endsAt: NOW }, 'ACCESS_END_WRONG'],
  [
    'an administrator with an end',
    [{ role: 'admin' }],
    { role: 'admin', endsAt: NOW + 1 },
    'ACCESS_END_WRONG',
  ],
  ['another’s role', [{ role: 'hr' }], { role: 'moderator' }, 'ACCESS_ROLE_NOT_YOURS'],
])('giving %s', (_what, grants, grant, code) => {
  expect(refusal(grants, grant)).toBe(code)
})

test('a grant counts until its end, also one that is lent for longer', () => {
  const ending: Grant = { role: 'editor', endsAt: NOW }
  expect(activeGrants([ending], NOW - 1)).toEqual([ending])
  expect(activeGrants([ending, { ...ending, lent: loan }], NOW)).toEqual([])
  expect(isSameGrant({ role: 'lead', scopeId: 'a' }, { role: 'lead', scopeId: 'b' })).toBe(false)
})

test('nobody gives to themselves', () => {
  expect(refusal([{ role: 'admin' }], { role: 'editor' }, 'VC000001')).toBe('ACCESS_NOT_ONESELF')
})
