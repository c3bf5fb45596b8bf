import type { AdviserView, TileView } from '@domain/stats/contract'
import {
  bandsOf,
  sayChange,
  sayCompared,
  sayPart,
  sayShort,
  sayTile,
  sayUnproposed,
} from '@/rooms/stats/words'

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

it('tells a change as a number where a percentage would be of next to nothing', () => {
  const said = (change: number, was: number, unit: TileView['unit'] = 'count') =>
    sayChange({ change, was, unit } as TileView)
  expect(said(11, 1)).toBe('比之前多 11')
  expect([said(-0.5, 4), said(3.5, 100), said(4, 2, 'hours')]).toEqual([
    '比之前少 2',
    '比之前多 350',
    '比之前多 8.0 小时',
  ])
  expect([said(0.061, 1_000), said(3, 100), said(-0.012, 0.4, 'share')]).toEqual([
    '+6.1%',
    '+300.0%',
    '−1.2 点',
  ])
  expect(sayChange({ change: 0.5, unit: 'count' } as TileView)).toBe('+50.0%')
  // Beside one that is told in numbers, all are that can be.
  expect(sayChange({ change: 2.485, was: 660, unit: 'count' } as TileView, true)).toBe('比之前多 1,640')
  expect(sayChange({ change: -0.012, was: 0.4, unit: 'share' } as TileView, true)).toBe('−1.2 点')
})

it('draws a band wherever a Happy Hour runs, and says why one is not proposed', () => {
  const morning = { fromMinute: 420, toMinute: 540 }
  const evening = { fromMinute: 1_050, toMinute: 1_170 }
  const view = { proposals: [{ ...evening, running: true }], running: [morning, evening] }
  expect(bandsOf(view as unknown as AdviserView)).toEqual([
    { ...evening, running: true },
    { ...morning, running: true },
  ])
  expect(sayUnproposed({ because: 'unsteady', times: 2 })).toBe(
    '没列进建议：人是多，但换几天看就不是这一段。',
  )
  expect(sayUnproposed({ because: 'short', times: 2 })).toContain('不到一小时')
  expect(sayUnproposed({ because: 'long', times: 2 })).toContain('超过三小时')
  expect(sayUnproposed({ because: 'quiet', times: 0.84 })).toContain('平常的 0.8 倍，不到 1.5 倍')
})
