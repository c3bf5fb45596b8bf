import { waitingKinds } from '@domain/access/contract'
import { agesByKind, gatherInbox, WAITING_MAX } from '@domain/access/inbox'
import { can, permissionsOf, roles, scopesOf } from '@domain/access/roles'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'

const person = { employeeId: 'VC018842', name: '林晓川', site: '上海', department: '研发采购' }
const item = (id: string, kind: 'rebind' | 'parcel' | 'report', since: number) => ({
  kind,
  id,
  place: '',
  person,
  title: '',
  summary: '',
  since,
})

test('gathers oldest first and by id where they are of the same moment', () => {
  const { waiting } = gatherInbox(
    [[item('b', 'rebind', 2), item('a', 'rebind', 2)], [item('c', 'parcel', 1)]],
    3,
  )
  expect(waiting.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('what is late comes first, by what was promised of its kind', () => {
  const now = 10 * DAY_MS
  const waited = (id: string, kind: 'rebind' | 'report', hours: number) =>
    item(id, kind, now - hours * HOUR_MS)
  const { waiting } = gatherInbox(
    [
      [waited('rebind-40', 'rebind', 40), waited('rebind-50', 'rebind', 50)],
      [waited('report-30', 'report', 30), waited('report-20', 'report', 20)],
    ],
    now,
  )
  expect(waiting.map(({ id }) => id)).toEqual(['rebind-50', 'report-30', 'rebind-40', 'report-20'])
})

test('counts every kind, also those of which nothing waits', () => {
  const none = Object.fromEntries(waitingKinds.map(kind => [kind, 0]))
  expect(gatherInbox([[item('a', 'parcel', 1)]], 1).counts).toEqual({ ...none, parcel: 1 })
})

test('tells how long each kind has waited, and nothing of kinds of which nothing waits', () => {
  const monday = Date.parse('2026-11-23T15:00:00+08:00')
  const waiting = [
    item('a', 'rebind', monday - HOUR_MS),
    item('b', 'rebind', monday - 2 * HOUR_MS),
    item('c', 'parcel', monday - 3 * HOUR_MS),
  ]
  expect(agesByKind(waiting, monday)).toEqual({
    rebind: { medianWorkingMs: 2 * HOUR_MS, longestWorkingMs: 2 * HOUR_MS },
    parcel: { medianWorkingMs: 3 * HOUR_MS, longestWorkingMs: 3 * HOUR_MS },
  })
})

test('says that more may wait only when a room listed as much as it may', () => {
  const full = Array.from({ length: WAITING_MAX }, (_item, index) => item(String(index), 'parcel', index))
  expect(gatherInbox([full], 1).more).toBe(true)
  expect(gatherInbox([full.slice(1), full.slice(1)], 1).more).toBe(false)
})

test('permissions are those of all roles, each once', () => {
  const grants = [{ role: 'president' as const, scopeId: 'photo' }, { role: 'hr' as const }]
  expect(permissionsOf(grants)).toEqual([
    ...new Set([...roles.president.permissions, ...roles.hr.permissions]),
  ])
  expect(permissionsOf([])).toEqual([])
})

test('a grant over one thing reaches no other', () => {
  const grants = [{ role: 'president' as const, scopeId: 'photo' }]
  expect(can(grants, 'union.applications.decide')).toBe(true)
  expect(can(grants, 'union.applications.decide', 'photo')).toBe(true)
  expect(can(grants, 'union.applications.decide', 'badminton')).toBe(false)
  expect(scopesOf(grants, 'union.applications.decide')).toEqual(['photo'])
  expect(scopesOf([...grants, { role: 'president' }], 'union.applications.decide')).toBeNull()
  expect(scopesOf([], 'union.applications.decide')).toEqual([])
})
