import { isLongOver } from '@domain/mall/goods'
import { figuresFrom, holdsAllSince, mallStats } from '@domain/mall/stats'

const at = (clock: string) => Date.parse(`${clock}:00+08:00`)
const NOW = at('2026-11-24T12:00')

const order = (clock: string, more: object = {}) => ({
  _id: clock,
  employeeId: 'VC000001',
  buyer: { department: '研发' },
  productId: 'mug',
  productName: '珐琅杯',
  quantity: 1,
  paid: 160,
  state: 'placed' as const,
  placedAt: at(clock),
  ...more,
})

test('figures begin with the first of so many days, and every day has its coins', () => {
  expect(figuresFrom(3, NOW)).toBe(at('2026-11-22T00:00'))
  const { days, coins } = mallStats([order('2026-11-22T00:00'), order('2026-11-24T09:00')], 3, NOW)
  expect(days).toEqual([
    { on: '2026-11-22', coins: 160 },
    { on: '2026-11-23', coins: 0 },
    { on: '2026-11-24', coins: 160 },
  ])
  expect(coins).toBe(320)
})

test('coins that went back count as refunded and nowhere else', () => {
  const placed = [
    order('2026-11-24T08:00'),
    order('2026-11-24T09:00', { state: 'returned' as const, employeeId: 'VC000002', productId: 'tee' }),
    order('2026-11-24T10:00', { quantity: 2, paid: 320 }),
  ]
  expect(mallStats(placed, 1, NOW)).toMatchObject({
    orders: 2,
    people: 1,
    coins: 480,
    refunded: 160,
    goods: [{ productId: 'mug', pieces: 3, coins: 480 }],
    departments: [{ name: '研发', people: 1, coins: 480 }],
  })
})

test('what was set apart of an order is no order more', () => {
  const placed = [
    order('2026-11-24T08:00', { _id: 'a', quantity: 2, paid: 320 }),
    order('2026-11-24T08:00', { _id: 'a.1' }),
    order('2026-11-24T08:00', { _id: 'a.2', state: 'returned' as const }),
  ]
  expect(mallStats(placed, 1, NOW)).toMatchObject({ orders: 1, coins: 480, refunded: 160 })
})

test.each([
  ['d20261122', true],
  ['d20261123', false],
  ['w20261123', false],
  ['w20261116', true],
  ['m202610', true],
  ['m202611', false],
  ['x20200101', false],
])('the period %s is long over: %s', (key, over) => {
  expect(isLongOver(key, at('2026-11-24T03:30'))).toBe(over)
})

test('a span is whole where reading went beyond its beginning, whatever lies before', () => {
  const since = at('2026-11-22T00:00')
  const read = (oldestAt: number | undefined, complete = false) =>
    holdsAllSince({ complete, oldestAt }, since)
  expect([read(since - 1), read(since), read(undefined), read(since, true)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})
