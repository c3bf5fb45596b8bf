import { shownDepartments } from '@domain/stats/departments'
import { SMALL_GROUPS } from '@domain/stats/figures'

const row = (name: string, eligible: number, registered: number) => ({
  name,
  eligible,
  registered,
  visits: registered * 2,
  visitors: registered,
  views: registered,
  actions: 0,
  likes: 0,
})
const shown = (...rows: ReturnType<typeof row>[]) =>
  shownDepartments(rows).map(({ name, registered, visits }) => [name, registered, visits])

test('a department counts by who is registered, however many people it has', () => {
  expect(shown(row('总装', 40, 9), row('涂装', 60, 4), row('法务', 3, 2))).toEqual([
    ['总装', 9, 18],
    [SMALL_GROUPS, 6, 12],
  ])
})

test('nothing that is left out can be told from the whole less the rest', () => {
  expect(shown(row('总装', 40, 9), row('焊装', 30, 6), row('法务', 3, 2))).toEqual([
    ['总装', 9, 18],
    [SMALL_GROUPS, 8, 16],
  ])
  expect(shown(row('总装', 40, 9), row('法务', 3, 0))).toEqual([['总装', 9, 18]])
  expect(shown(row('法务', 3, 2))).toEqual([])
})

test('what people did who have left since cannot be told from the whole less the rest', () => {
  const gone = { ...row('法务', 0, 0), visits: 7, visitors: 1, views: 3 }
  expect(shown(row('总装', 40, 9), row('焊装', 30, 6), gone)).toEqual([
    ['总装', 9, 18],
    [SMALL_GROUPS, 6, 19],
  ])
  // Who came of a department all of whose people have left is nobody's to look at by itself.
  expect(shown(gone)).toEqual([])
})
