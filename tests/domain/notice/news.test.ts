import type { Grant } from '@domain/access/roles'
import { Refusal } from '@domain/kernel/errors'
import { assertMayAddress, audienceKeysOf, isNewsRead, voiceOf } from '@domain/notice/news'

const president: Grant[] = [{ role: 'president', scopeId: 'photo' }]
const all = { kind: 'all', value: '' } as const
const photo = { kind: 'association', value: 'photo' } as const

test('somebody is found by everything they belong to', () => {
  expect(audienceKeysOf({ site: '上海', department: '质量', associationIds: ['photo', 'run'] })).toEqual([
    'all',
    'city:上海',
    'department:质量',
    'association:photo',
    'association:run',
  ])
})

test.each([
  ['HR to everybody', [{ role: 'hr' }] as Grant[], all, 'company'],
  ['HR and union to an association', [{ role: 'hr' }, { role: 'unionOfficer' }] as Grant[], photo, 'union'],
  ['the union to everybody', [{ role: 'unionChair' }] as Grant[], all, 'union'],
  ['a president to the members', president, photo, 'association'],
  ['HR to an association, of whose union they are not', [{ role: 'hr' }] as Grant[], photo, 'company'],
  ['the union to an association', [{ role: 'unionOfficer' }] as Grant[], photo, 'union'],
  [
    'HR that is the union too to everybody',
    [{ role: 'hr' }, { role: 'unionChair' }] as Grant[],
    all,
    'company',
  ],
  ['HR that presides over it', [{ role: 'hr' }, ...president] as Grant[], photo, 'association'],
])('%s speaks in the name of %s', (_who, grants, audience, voice) => {
  expect(voiceOf(grants, audience)).toBe(voice)
})

test('a president speaks to the members alone', () => {
  expect(() => assertMayAddress(president, photo)).not.toThrow()
  for (const other of [all, { kind: 'association', value: 'run' }, { kind: 'city', value: '上海' }] as const)
    expect(() => assertMayAddress(president, other)).toThrow(new Refusal('NOTICE_NOT_YOUR_AUDIENCE'))
})

test('news from before somebody registered counts as read, and so does what was marked', () => {
  const news = { _id: 'n', at: 100 }
  expect(isNewsRead(news, { registeredAt: 50 })).toBe(false)
  expect(isNewsRead(news, { registeredAt: 100 })).toBe(true)
  expect(isNewsRead(news, { registeredAt: null, newsReadTo: 100 })).toBe(true)
  expect(isNewsRead(news, { registeredAt: 0, newsReadTo: 10, newsRead: ['n'] })).toBe(true)
})
