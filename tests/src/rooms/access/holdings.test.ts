import type { GrantView } from '@domain/access/rolesContract'
import { grantMeta, sayGiver, sayUntil } from '@/rooms/access/grantWords'
import { type Holder, holdingsOf } from '@/rooms/access/holdings'

const grant = (role: GrantView['role'], endsAt: number | null, givenBy: string | null = '许知远') => ({
  ...{ role, name: role, scopeId: null, scope: '全公司', endsAt, givenBy, lentBy: null },
})
const holder = (employeeId: string, name: string, grants: GrantView[]): Holder => ({
  ...{ employeeId, name, site: '上海', department: '质量', grants },
})

const holders = [
  holder('VC000001', '赵启明', [grant('editor', 2_000), grant('hr', null)]),
  holder('VC000002', '白露', [grant('editor', 1_000)]),
]
const told = (input: Parameters<typeof holdingsOf>[1]) =>
  holdingsOf(holders, input).map(one => `${one.holder.name} ${one.grant.role}`)

test('what is held is ordered by name, or by what ends first, and of one role alone where one is named', () => {
  expect(told({ order: 'name' })).toEqual(['白露 editor', '赵启明 editor', '赵启明 hr'])
  expect(told({ order: 'end' })).toEqual(['白露 editor', '赵启明 editor', '赵启明 hr'])
  expect(told({ order: 'end', role: 'hr' })).toEqual(['赵启明 hr'])
  const early = [holder('VC000003', '郑远', [grant('editor', 1)]), ...holders]
  expect(holdingsOf(early, { order: 'end' })[0]?.holder.name).toBe('郑远')
  expect(holdingsOf(early, { order: 'name' })[0]?.holder.name).toBe('白露')
})

test('each says until when, and who gave it', () => {
  expect(sayUntil({ endsAt: Date.parse('2026-12-31T00:00:00+08:00') })).toBe('到 2026-12-30')
  expect([sayUntil({ endsAt: null }), sayGiver({ givenBy: null }), sayGiver({ givenBy: '唐果' })]).toEqual([
    '长期',
    '随职务',
    '唐果给的',
  ])
  expect(sayGiver({ givenBy: null }, true)).toBe('上线时就有')
  const mine = (part: Partial<GrantView>) =>
    grantMeta({ role: 'hr', endsAt: null, givenBy: null, lentBy: null, ...part } as GrantView)
  expect([
    mine({}),
    mine({ role: 'president' }),
    mine({ givenBy: '唐果' }),
    mine({ lentBy: '周牧' }),
  ]).toEqual(['长期 · 上线时就有', '长期 · 随职务', '长期 · 唐果给的', '长期 · 代周牧处理'])
})
