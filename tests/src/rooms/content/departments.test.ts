import { byMissing, sayNames } from '@/rooms/content/pages/figures/Departments'

jest.mock('@/api', () => ({ api: {} }))

it('puts a department first where most people have not confirmed, however small a part of another has', () => {
  const of = (department: string, confirmed: number, people: number) => ({ department, confirmed, people })
  const behind = byMissing([of('一人', 0, 1), of('都好', 9, 9), of('三十六', 0, 36), of('大半', 30, 66)])
  expect(behind.map(({ department }) => department)).toEqual(['三十六', '大半', '一人', '都好'])
})

it('names whoever has not confirmed, but for those whose name would say a department that they hide', () => {
  const people = ['赵启明', '陈嘉禾'].map(name => ({ employeeId: name, name }))
  expect(sayNames({ people, unnamed: 0, more: false })).toBe('赵启明、陈嘉禾')
  expect(sayNames({ people, unnamed: 0, more: true })).toBe('赵启明、陈嘉禾等')
  expect(sayNames({ people: [], unnamed: 0, more: false })).toBe('刚刚都确认了。')
  expect(sayNames({ people: [], unnamed: 3, more: false })).toContain('3 位')
})
