import { saidOf } from '@/rooms/selfservice/claimWords'

test('what one looks for is said part by part, and nothing of what one doesn’t', () => {
  expect(saidOf({ amountFen: 39_640, from: '2026-11-02', to: undefined }).map(({ words }) => words)).toEqual([
    '396.40 元',
    '11 月 2 日起',
  ])
  expect(saidOf({})).toEqual([])
})
