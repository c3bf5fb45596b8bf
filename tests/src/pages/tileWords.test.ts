import { tileWords } from '@/pages/home/tileWords'

const NOW = Date.parse('2026-11-24T07:40:00+08:00')
const figures = { positions: 12, films: 3, accounts: 27, broadcast: null }
const startsAt = (at: string) => ({ status: 'before' as const, startsAt: Date.parse(`${at}+08:00`) })

test('the ways on say what there is, and what they are for where there is nothing', () => {
  expect(tileWords(figures, NOW)).toEqual({
    careers: '12 个职位',
    brand: '3 部影片',
    live: '现场和回放',
    matrix: '27 个账号',
  })
  const nothing = { positions: 0, films: 0, accounts: 0, broadcast: null }
  expect(tileWords(nothing, NOW)).toMatchObject({ careers: '职位和内推', brand: '影片和历程' })
})

test.each([
  [startsAt('2026-11-24T19:30:00'), '今天 19:30'],
  [startsAt('2026-11-25T09:00:00'), '明天 9:00'],
  [startsAt('2026-12-01T09:00:00'), '12 月 1 日'],
  [{ status: 'live' as const, startsAt: NOW }, '正在直播'],
])('the next broadcast: %j', (broadcast, words) => {
  expect(tileWords({ ...figures, broadcast }, NOW).live).toBe(words)
})
