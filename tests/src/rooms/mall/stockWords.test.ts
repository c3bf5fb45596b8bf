import { sayChange, sayShelf } from '@/rooms/mall/stockWords'

test('a change of a shelf has the sign that sums have, and nothing has none', () => {
  expect([3, -1, 0].map(sayChange)).toEqual(['+3', '−1', '0'])
})

test('pieces that were redeemed are said with their unit, where there are any', () => {
  expect(sayShelf({ stock: 5, unit: '只', out: 3 })).toBe('货架 5 只，换走 3 只')
  expect(sayShelf({ stock: 5, unit: '只', out: 0 })).toBe('货架 5 只')
})
