import { decideEarning } from '@domain/coin/earning'
import { deliveredRules } from '@domain/coin/rules'

const noon = Date.parse('2026-03-02T12:00:00+08:00')
const happy = Date.parse('2026-03-02T08:00:00+08:00')
const decide = (at: number, earnedToday: number) =>
  decideEarning({ rules: deliveredRules, reason: 'forum.post', at, earnedToday, experienceToday: 25 })

test.each([
  ['an ordinary post', noon, 0, { amount: 5, multiplier: 1, leftToday: 25 }],
  ['a post in Happy Hour', happy, 0, { amount: 10, multiplier: 2, leftToday: 20 }],
  ['the post that meets the cap', happy, 23, { amount: 7, multiplier: 2, leftToday: 0 }],
  ['a post beyond the cap', noon, 30, { amount: 0, multiplier: 1, leftToday: 0 }],
  ['a post after a cap that was lowered', noon, 40, { amount: 0, multiplier: 1, leftToday: 0 }],
])('%s earns base × multiplier, saturated', (_name, at, earnedToday, expected) => {
  expect(decide(at, earnedToday)).toMatchObject(expected)
})

test('an earning keeps everything that explains it', () => {
  expect(decide(happy, 23)).toEqual({
    amount: 7,
    experience: 5,
    base: 5,
    times: 1,
    multiplier: 2,
    window: { fromMinute: 420, toMinute: 540 },
    cap: { perDay: 30, earnedToday: 30 },
    experienceCap: { perDay: 30, earnedToday: 30 },
    leftToday: 0,
    ruleVersion: 1,
  })
})
