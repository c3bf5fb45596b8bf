import { byMissing } from '@/rooms/content/pages/figures/Departments'

jest.mock('@/api', () => ({ api: {} }))

it('puts a department first where most people have not confirmed, however small a part of another has', () => {
  const of = (department: string, confirmed: number, people: number) => ({ department, confirmed, people })
  const behind = byMissing([of('一人', 0, 1), of('都好', 9, 9), of('三十六', 0, 36), of('大半', 30, 66)])
  expect(behind.map(({ department }) => department)).toEqual(['三十六', '大半', '一人', '都好'])
})
