import type { TileView } from '@domain/stats/contract'
import { sayCompared, sayPart, sayShort, sayTile } from '@/rooms/stats/words'

const tile = (value: number | null, unit: TileView['unit'] = 'count') => ({ value, unit }) as TileView

it('tells a small average with a decimal, so that its change can be seen', () => {
  expect([2.47, 9.96, 2, 81.2, 30_028.3, null].map(value => sayTile(tile(value)))).toEqual([
    '2.5',
    '10.0',
    '2',
    '81',
    '30,028',
    '—',
  ])
})

it('says against what the changes are, or why there are none', () => {
  const words = '11 月 1 日–19 日 比 10 月 1 日–19 日'
  expect(sayCompared({ words, before: '10 月 1 日–19 日' })).toBe('变化是和 10 月 1 日–19 日比')
  expect(sayCompared({ words: '今天还没过完，不比', before: null })).toBe('今天还没过完，不比')
})

it('tells a number over a bar shortly, and a line of a sum with its sign', () => {
  expect([963, 9_999, 30_028].map(sayShort)).toEqual(['963', '9,999', '3.0万'])
  expect([1_200, -30, 0].map(sayPart)).toEqual(['+1,200', '−30', '0'])
})
