import { actionsMeant, namesLeftOut, searchMeant } from '@domain/access/auditSearch'

const now = Date.parse('2026-11-24T08:00:00+08:00')
const meant = (typed: string) => searchMeant(typed, now)

test('the record is searched by number or name, day, action, room and subject', () => {
  expect(meant('')).toEqual({})
  expect(meant(' vc022003 ')).toEqual({ person: 'VC022003' })
  expect(meant('王砚秋')).toEqual({ person: '王砚秋' })
  expect(meant('maxiao')).toEqual({ person: 'maxiao' })
  expect(meant('停言')).toEqual({ action: 'identity.muteMember' })
  expect(meant('access.grantRole')).toEqual({ action: 'access.grantRole' })
  expect(meant('union')).toEqual({ room: 'union' })
  expect(meant('coin_hands/1')).toEqual({ subject: 'coin_hands/1' })
})

test.each([
  ['11月13日', '2026-11-13'],
  ['11 月 13 日', '2026-11-13'],
  ['11-13', '2026-11-13'],
  ['12/1', '2025-12-01'],
  ['2024年2月29日', '2024-02-29'],
  ['2026-11-02', '2026-11-02'],
  ['今天', '2026-11-24'],
  ['昨天', '2026-11-23'],
])('%s is the latest such day', (typed, on) => {
  expect(meant(typed)).toEqual({ on })
})

test('several words narrow each other; a day that is none is looked for as a name', () => {
  expect(meant('马骁 停言 11月13日')).toEqual({
    person: '马骁',
    action: 'identity.muteMember',
    on: '2026-11-13',
  })
  expect(meant('2026-02-30')).toEqual({ person: '2026-02-30' })
})

test('of two names both are looked for, and of more it says which are not', () => {
  expect(meant('马骁 王砚秋')).toEqual({ person: '马骁', other: '王砚秋' })
  expect(meant('马骁 马骁')).toEqual({ person: '马骁' })
  expect(namesLeftOut('马骁 停言 王砚秋', now)).toEqual([])
  expect(namesLeftOut('马骁 王砚秋 陈嘉禾 vc022003', now)).toEqual(['陈嘉禾', 'VC022003'])
})

test('an action that several are called like is chosen among them', () => {
  expect(actionsMeant('马骁 发放名单', now).length).toBeGreaterThan(1)
  expect(actionsMeant('马骁', now)).toEqual([])
})
