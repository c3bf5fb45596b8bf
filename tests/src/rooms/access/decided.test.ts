import { mayOpenDecided } from '@/rooms/access/decided'

const person = { employeeId: 'VC020426', name: '林知夏', site: '上海', department: '质量' }
const hr = { employeeId: 'VC020001', grants: [{ role: 'hr' as const }] }

test('HR opens what was asked of HR, and of foundings only who may read them', () => {
  const mayOpen = (kind: 'rebind' | 'founding', reader: typeof hr | null) =>
    mayOpenDecided({ kind, person }, reader)
  expect([mayOpen('rebind', hr), mayOpen('founding', hr), mayOpen('founding', null)]).toEqual([
    true,
    false,
    false,
  ])
  expect(mayOpenDecided({ kind: 'founding', person }, { ...hr, grants: [{ role: 'unionChair' }] })).toBe(true)
  expect(mayOpenDecided({ kind: 'founding', person }, { ...hr, employeeId: person.employeeId })).toBe(true)
})
