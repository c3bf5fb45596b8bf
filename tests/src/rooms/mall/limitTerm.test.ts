import { limitOf } from '@/rooms/mall/pages/product/Terms'

type Opened = Parameters<typeof limitOf>[0]

const said = (limits: Partial<Opened['product']>, taken: number, takenInPeriod: number) =>
  limitOf({
    product: { limitPerPerson: null, limitPerPeriod: null, unit: '张', ...limits } as Opened['product'],
    taken,
    takenInPeriod,
  }).map(({ words, meta }) => [words, meta])

const weekly = { limitPerPeriod: { period: 'week', most: 2 } } as const

test('what was taken is said once, and of the limit that it counts for', () => {
  expect(said(weekly, 2, 2)).toEqual([['每周限 2 张', '这周换过 2 张']])
  expect(said(weekly, 5, 0)).toEqual([['每周限 2 张', undefined]])
  expect(said({ limitPerPerson: 3 }, 2, 2)).toEqual([['每人限 3 张', '一共换过 2 张']])
  expect(said({ ...weekly, limitPerPerson: 9 }, 5, 2)).toEqual([
    ['每人限 9 张，每周限 2 张', '一共换过 5 张，这周换过 2 张'],
  ])
  expect(said({}, 2, 2)).toEqual([])
})
