import type { Given } from '@domain/coin/esteem'
import { type Replayed, replay } from '@domain/coin/replay'
import { type CoinRules, deliveredRules } from '@domain/coin/rules'

const AUTHOR = 'VC000001'
const noon = Date.parse('2026-11-24T12:00:00+08:00')

/** Likes of these colleagues, a coin each. */
function liked(number: number, likers: string[]): Replayed {
  const amount = likers.length
  return {
    ...{ employeeId: AUTHOR, number, reason: 'forum.liked', likers, experience: amount },
    ...{ receivedAt: noon + number, postings: [{ account: 'mint:forum.liked', amount: -amount }] },
    earning: { ...{ base: 1, times: amount, multiplier: 1, window: null, ruleVersion: 1 }, ...caps },
  }
}
const caps = { cap: { perDay: 20, earnedToday: 0 }, experienceCap: { perDay: 30, earnedToday: 0 } }

function under(perPair: { perDayMax: number; perWeekMax: number }, given: Given[] = []) {
  const row = { ...deliveredRules.earning['forum.liked'], perPair }
  const rules: CoinRules = { ...deliveredRules, earning: { ...deliveredRules.earning, 'forum.liked': row } }
  const day = [liked(1, ['a', 'b']), liked(2, ['a', 'c']), liked(3, ['a'])]
  return replay(day, rules, new Map([[AUTHOR, given]]))
}

test.each([
  ['the caps that they came under', { perDayMax: 3, perWeekMax: 9 }, [], 5],
  ['one like of a colleague a day', { perDayMax: 1, perWeekMax: 9 }, [], 3],
  ['two of them in seven days', { perDayMax: 3, perWeekMax: 2 }, [], 4],
  [
    'a week that was full before',
    { perDayMax: 3, perWeekMax: 2 },
    [{ on: '2026-11-18', from: 'a', likes: 2 }],
    2,
  ],
  ['a week that is over', { perDayMax: 3, perWeekMax: 2 }, [{ on: '2026-11-17', from: 'a', likes: 2 }], 4],
])('likes are decided again by the caps of each pair: %s', (_told, perPair, given, becomes) => {
  expect(under(perPair, given)).toMatchObject({
    coins: { was: 5, becomes },
    experience: { was: 5, becomes },
    fewer: becomes < 5 ? 1 : 0,
    mostLost: 5 - becomes,
  })
})
