import { isAnswered, saidOf, sayClaimState } from '@/rooms/selfservice/claimWords'

test('a question that was answered is finance’s turn, and not asked again', () => {
  const asked = { state: 'queried' as const, mayAnswer: true }
  expect([isAnswered(asked), sayClaimState(asked)]).toEqual([false, '等你补充'])
  const answered = { ...asked, mayAnswer: false }
  expect([isAnswered(answered), sayClaimState(answered)]).toEqual([true, '补充了，等财务看'])
  expect(isAnswered({ state: 'paid', mayAnswer: false })).toBe(false)
})

test('what one looks for is said part by part, and nothing of what one doesn’t', () => {
  expect(saidOf({ amountFen: 39_640, from: '2026-11-02', to: undefined }).map(({ words }) => words)).toEqual([
    '396.40 元',
    '11 月 2 日起',
  ])
  expect(saidOf({})).toEqual([])
})
