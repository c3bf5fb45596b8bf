import { affordability, quantityMost } from '@/rooms/mall/affordability'

const blanket = { price: 880, quantity: 1, balance: 1_286, stock: 18, on: true, limitPerPerson: 1, taken: 0 }

test('says what is left, down to nothing', () => {
  expect(affordability(blanket)).toEqual({ can: true, cost: 880, left: 406 })
  expect(affordability({ ...blanket, balance: 880 })).toEqual({ can: true, cost: 880, left: 0 })
})

test('says how many coins are missing', () => {
  expect(affordability({ ...blanket, balance: 879 })).toEqual({ can: false, why: 'coins', missing: 1 })
  expect(affordability({ ...blanket, limitPerPerson: null, quantity: 2 })).toEqual({
    can: false,
    why: 'coins',
    missing: 474,
  })
})

test('what no coins can change comes before the coins', () => {
  const poor = { ...blanket, balance: 0 }
  expect(affordability({ ...poor, on: false })).toMatchObject({ why: 'off' })
  expect(affordability({ ...poor, stock: 0 })).toMatchObject({ why: 'soldOut' })
  expect(affordability({ ...poor, taken: 1 })).toMatchObject({ why: 'overLimit' })
  const monthly = { ...poor, limitPerPerson: null, limitPerPeriod: { period: 'month', most: 2 } as const }
  expect(affordability({ ...monthly, takenInPeriod: 2 })).toMatchObject({ why: 'overPeriod' })
})

test('the most that can be chosen respects stock, limit and order, and is never below one', () => {
  expect(quantityMost({ stock: 18, limitPerPerson: null, taken: 5 }, 9)).toBe(9)
  expect(quantityMost({ stock: 3, limitPerPerson: null, taken: 0 }, 9)).toBe(3)
  expect(quantityMost({ stock: 18, limitPerPerson: 4, taken: 1 }, 9)).toBe(3)
  expect(quantityMost({ stock: 0, limitPerPerson: 1, taken: 1 }, 9)).toBe(1)
})
