import { type BasketLine, judgedLines } from '@/rooms/mall/basketLines'

const NOW = Date.parse('2026-11-24T12:20:00+08:00')
const navy = { variantId: 'navy', colour: '海军蓝', size: null, stock: 9 }
const sand = { variantId: 'sand', colour: '沙色', size: null, stock: 1 }
const monthly = { period: 'month', most: 2 } as const

function line(given: Partial<BasketLine['product']> = {}, more: Partial<BasketLine> = {}): BasketLine {
  const product = {
    ...{ productId: 'tee', name: 'T 恤', price: 10, unit: '件', on: true, variants: [navy, sand] },
    ...{ limitPerPerson: null, limitPerPeriod: null, sale: null, experienceMin: null },
    ...given,
  } as unknown as BasketLine['product']
  return { product, variantId: 'navy', quantity: 1, taken: 0, takenInPeriod: 0, ...more }
}

const why = (...lines: BasketLine[]) =>
  judgedLines({ lines, experience: 0, now: NOW }).map(({ because }) => because)

test('what may be had is not spoken of', () => {
  expect(why(line(), line({ limitPerPeriod: monthly }))).toEqual([undefined, undefined])
})

test('a limit is said before the tap, with when it counts anew or how many are left', () => {
  const limited = { limitPerPeriod: monthly }
  expect(why(line(limited, { takenInPeriod: 2 }))).toEqual(['这个月的 2 件换过了，12 月 1 日起又能换'])
  expect(why(line(limited, { takenInPeriod: 1, quantity: 2 }))).toEqual(['还能换 1 件，先减一些'])
  expect(why(line({ limitPerPerson: 3 }, { taken: 3 }))).toEqual(['每人限 3 件，换满了'])
})

test('kinds of one product share its limits', () => {
  const two = line({ limitPerPerson: 2 }, { quantity: 2 })
  expect(why(two, { ...two, variantId: 'sand', quantity: 1 })).toEqual([undefined, '每人限 2 件，换满了'])
})

test('pieces, shelves and windows are said too', () => {
  expect(why(line({}, { variantId: 'sand', quantity: 2 }))).toEqual(['只剩 1 件，先减一些'])
  expect(why(line({ on: false }))).toEqual(['下架了，先拿掉'])
  expect(why(line({ sale: { opensAt: 0, closesAt: 1 } }))).toEqual(['这一场结束了'])
  expect(why(line({ experienceMin: 1 }))).toEqual(['等级还不够'])
})

test('no more can be chosen than the limits leave', () => {
  const [judged] = judgedLines({
    lines: [line({ limitPerPerson: 3 }, { taken: 1 })],
    experience: 0,
    now: NOW,
  })
  expect(judged?.most).toBe(2)
})
