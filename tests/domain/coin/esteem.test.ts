import { decideEsteem, type Given, givenAfter } from '@domain/coin/esteem'
import { type CoinRules, deliveredRules } from '@domain/coin/rules'
import { DAY_MS, dayOf } from '@domain/kernel/time'
import fc from 'fast-check'

const noon = Date.parse('2026-03-02T12:00:00+08:00')
const AUTHOR = 'VC000001'
const rule = deliveredRules.earning['forum.liked']
const perPair = rule.perPair ?? { perDayMax: 0, perWeekMax: 0 }
const crowd = (count: number) => Array.from({ length: count }, (_, index) => `VC1${index}`)
const ago = (days: number, from: string, likes: number): Given => ({
  on: dayOf(noon - days * DAY_MS),
  from,
  likes,
})

function decide(likers: string[], facts: { given?: Given[]; coins?: number; points?: number } = {}) {
  const { given = [], coins = 0, points = 0 } = facts
  return decideEsteem({
    rules: deliveredRules,
    at: noon,
    authorId: AUTHOR,
    likers,
    given,
    earnedToday: coins,
    experienceToday: points,
  })
}

test.each([
  ['one colleague', ['a'], {}, ['a'], 1, 1],
  ['oneself', [AUTHOR], {}, [], 0, 0],
  ['oneself among others', ['a', AUTHOR, 'b'], {}, ['a', 'b'], 2, 2],
  ['a colleague below the day’s cap of a pair', ['a'], { given: [ago(0, 'a', 1)] }, ['a'], 1, 1],
  ['a colleague at the day’s cap of a pair', ['a', 'b'], { given: [ago(0, 'a', 2)] }, ['b'], 1, 1],
  ['a colleague at the week’s cap', ['a'], { given: [ago(6, 'a', 2), ago(3, 'a', 4)] }, [], 0, 0],
  [
    'a colleague whose likes are seven days old',
    ['a'],
    { given: [ago(7, 'a', 2), ago(3, 'a', 4)] },
    ['a'],
    1,
    1,
  ],
  ['likes that meet the day’s cap of coins', crowd(3), { coins: 19, points: 19 }, crowd(3), 1, 3],
  ['likes after the coins’ cap', crowd(3), { coins: 20, points: 28 }, crowd(2), 0, 2],
  ['likes after both caps', crowd(3), { coins: 20, points: 30 }, [], 0, 0],
  ['likes after caps that were lowered', crowd(3), { coins: 40, points: 60 }, [], 0, 0],
])('%s', (_name, likers, facts, counted, amount, experience) => {
  const { likers: who, earning } = decide(likers, facts)
  expect([who, earning.amount, earning.experience]).toEqual([counted, amount, experience])
})

test('a Happy Hour multiplies the coins of likes alone where the rules say so', () => {
  const [hour] = deliveredRules.happyHours
  const rules: CoinRules = {
    ...deliveredRules,
    happyHours: hour ? [{ ...hour, fromMinute: 0, toMinute: 1_440, reasons: ['forum.liked'] }] : [],
  }
  const facts = {
    at: noon,
    authorId: AUTHOR,
    likers: crowd(12),
    given: [],
    earnedToday: 0,
    experienceToday: 25,
  }
  const { likers, earning } = decideEsteem({ rules, ...facts })
  expect([likers.length, earning.amount, earning.experience]).toEqual([10, 20, 5])
})

test('what counted is kept for as long as yesterday’s week reaches back, and counts today for seven days', () => {
  const given = [-8, -7, -6].map(days => ({ on: dayOf(noon + days * DAY_MS), from: 'a', likes: 1 }))
  const kept = givenAfter(given, ['b'], noon)
  expect(kept.filter(({ from }) => from === 'a')).toEqual(given.slice(1))
})

describe('whoever likes whom, in whatever portions', () => {
  const portions = fc.array(
    fc.record({
      days: fc.nat({ max: 2 }),
      likers: fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 12 }),
    }),
    { maxLength: 40 },
  )

  test('no pair has more than its caps, and no day more than its own', () => {
    fc.assert(
      fc.property(portions, sequence => {
        let at = noon
        let given: Given[] = []
        const today = new Map<string, { coins: number; points: number }>()
        const ofPair = new Map<string, { at: number }[]>()
        for (const { days, likers } of sequence) {
          at += days * DAY_MS
          const before = today.get(dayOf(at)) ?? { coins: 0, points: 0 }
          const decided = decideEsteem({
            rules: deliveredRules,
            at,
            authorId: 'VC0',
            likers: likers.map(number => `VC${number}`),
            given,
            earnedToday: before.coins,
            experienceToday: before.points,
          })
          given = givenAfter(given, decided.likers, at)
          const { amount, experience } = decided.earning
          today.set(dayOf(at), { coins: before.coins + amount, points: before.points + experience })
          for (const liker of decided.likers) ofPair.set(liker, [...(ofPair.get(liker) ?? []), { at }])
        }
        expect([...ofPair.keys()]).not.toContain('VC0')
        for (const { coins, points } of today.values()) {
          expect(coins).toBeLessThanOrEqual(rule.perDayMax)
          expect(points).toBeLessThanOrEqual(rule.experience.perDayMax)
        }
        for (const likes of ofPair.values()) {
          for (const like of likes) {
            const sameDay = likes.filter(one => dayOf(one.at) === dayOf(like.at))
            const sameWeek = likes.filter(one => one.at <= like.at && one.at > like.at - 7 * DAY_MS)
            expect(sameDay.length).toBeLessThanOrEqual(perPair.perDayMax)
            expect(sameWeek.length).toBeLessThanOrEqual(perPair.perWeekMax)
          }
        }
      }),
    )
  })
})
