import { sayFound, withChoice } from '@/rooms/identity/pages/members/filter'

test('how many were found is said with the departments that were meant', () => {
  expect(sayFound({ total: 1_204, meant: [] })).toBe('共 1,204 位')
  expect(sayFound({ total: 34, meant: ['质量', '质量工程'] })).toBe('部门「质量」「质量工程」，共 34 位')
  expect(sayFound({ total: null, meant: [] })).toBe('')
})

test('a choice is taken out again, and leaves the others', () => {
  const chosen = withChoice({ status: 'active' as const, site: '成都' }, 'role', 'hr')
  expect(chosen).toEqual({ status: 'active', site: '成都', role: 'hr' })
  expect(withChoice(chosen, 'site', undefined)).toEqual({ status: 'active', role: 'hr' })
})
