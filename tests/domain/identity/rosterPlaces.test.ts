import { nearestPlace } from '@domain/identity/places'
import { type RosterCells, type RosterRow, readRoster } from '@domain/identity/roster'
import { compareRoster } from '@domain/identity/rosterChanges'

const cells = {
  员工编号: 'VC018842',
  姓名: '林晓川',
  手机号: '13800000426',
  部门: '研发采购',
  园区: '上海',
  入职日期: '2019-03-04',
  状态: '在职',
}
const row: RosterRow = {
  employeeId: cells.员工编号,
  name: cells.姓名,
  phone: cells.手机号,
  department: cells.部门,
  site: cells.园区,
  joinedOn: cells.入职日期,
  status: 'active',
}
const lineOf = (changes: Partial<typeof cells>, line = 2): RosterCells => ({
  line,
  cells: { ...cells, ...changes },
})
const read = (...lines: RosterCells[]) => readRoster(lines, '2026-11-24')

test('a line that is stopped already is told of its unknown department and site as well', () => {
  const reading = read(
    lineOf({ 手机号: '138', 入职日期: '2062-03-04', 园区: '上海滩' }),
    lineOf({ 员工编号: 'VC018843', 手机号: '139', 园区: '上海滩', 状态: '离职' }, 3),
  )
  const detailsOf = (newPlaces: boolean) =>
    compareRoster(reading, [row], { newPlaces }).problems.map(({ detail }) => detail)
  const phone = (length: number) => `手机号要是 1 开头的 11 位数字，这里有 ${length} 位`
  const joined = '入职日期写成了 2062-03-04，看着像 2026-03-04'
  expect(detailsOf(false)).toEqual([`${phone(3)}；${joined}；系统里没有「上海滩」，最接近 上海`, phone(3)])
  expect(detailsOf(true)).toEqual([`${phone(3)}；${joined}`, phone(3)])
})

test('of several known departments the nearest is told', () => {
  expect(nearestPlace('采够', ['物流', '采购', '研发采购'])).toBe('采购')
  expect(nearestPlace('总装', ['物流', '采购'])).toBeUndefined()
})
