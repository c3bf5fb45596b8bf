import { ruleDifferences } from '@domain/coin/ruleDifferences'
import { ruleProblems } from '@domain/coin/ruleProblems'
import { isInForce, nextRuleState, ruleActions, ruleStates, ruleTable } from '@domain/coin/ruleReview'
import { deliveredRules } from '@domain/coin/rules'
import { type AnnouncedRules, statesOf, versionBefore } from '@domain/coin/ruling'

const HOUR = 3_600_000
const version = (number: number, more: Partial<AnnouncedRules> = {}): AnnouncedRules => ({
  ...deliveredRules,
  version: number,
  effectiveAt: number * HOUR,
  by: { employeeId: 'E1', name: '宁远' },
  why: '试一试',
  announcedAt: 0,
  withdrawn: null,
  ...more,
})

test('each step leads from one state, and every other is refused', () => {
  for (const action of ruleActions)
    for (const state of ['none', ...ruleStates] as const)
      expect(nextRuleState(state, action)).toBe(
        ruleTable[action].from === state ? ruleTable[action].to : null,
      )
  expect(['approve', 'refuse'].map(action => ruleTable[action as 'approve'].by)).toEqual(['second', 'second'])
})

test('only what somebody else agreed to counts, and what was announced before one was asked', () => {
  expect(ruleStates.filter(state => isInForce({ state, withdrawn: null }))).toEqual(['approved'])
  expect(isInForce(version(2))).toBe(true)
  expect(isInForce(version(2, { withdrawn: { byId: 'E1', at: 1, why: '写错了' } }))).toBe(false)
})

test('a version stands by its word and by the clock, and follows the latest that counts', () => {
  const all = [
    version(6, { state: 'waiting' }),
    version(5, { state: 'waiting' }),
    version(4, { state: 'refused' }),
    version(3, { state: 'approved' }),
    version(2),
  ]
  expect(statesOf(all, 5 * HOUR).map(({ state }) => state)).toEqual([
    'waiting',
    'lapsed',
    'refused',
    'current',
    'past',
    'past',
  ])
  expect([6, 3, 2].map(one => versionBefore(all, one).version)).toEqual([3, 2, 1])
})

const { earning, happyHours } = deliveredRules
const [morning, evening] = happyHours as [(typeof happyHours)[0], (typeof happyHours)[0]]

test('what is wrong with a draft is said by what it is about', () => {
  expect(ruleProblems(deliveredRules)).toEqual([])
  const comment = {
    ...earning['forum.comment'],
    perDayMax: 1,
    experience: { base: 9, perDayMax: 8 },
  }
  const late = { ...evening, toMinute: evening.fromMinute }
  expect(
    ruleProblems({ earning: { ...earning, 'forum.comment': comment }, happyHours: [morning, late] }),
  ).toEqual([
    { field: 'earning.forum.comment.perDayMax', said: '评论的沃币每天最多 1，比一次的 2 还少' },
    { field: 'earning.forum.comment.experience.perDayMax', said: '评论的经验每天最多 8，比一次的 9 还少' },
    { field: 'happyHours.1.toMinute', said: '第 2 段 Happy Hour 到 17:30 结束，不晚于 17:30 开始' },
  ])
  const { perPair: _gone, ...unpaired } = earning['forum.liked']
  const found = ruleProblems({ earning: { ...earning, 'forum.liked': unpaired }, happyHours })
  expect(found.map(({ field }) => field)).toEqual(['earning.forum.liked.perPair'])
})

test('a version is told by what it changes of the one before', () => {
  expect(ruleDifferences(deliveredRules, deliveredRules)).toEqual([])
  const post = { ...earning['forum.post'], base: 9 }
  const longer = { ...evening, toMinute: 1_200, weekdays: [5, 1] }
  const next = {
    earning: { ...earning, 'forum.post': post },
    happyHours: [longer],
    quarterBudget: 600,
  }
  expect(ruleDifferences(next, deliveredRules)).toEqual([
    { what: '发帖 · 沃币', was: '5', becomes: '9' },
    {
      what: 'Happy Hour 第 1 段',
      was: '7:00–9:00 ×2，每天，发帖、评论',
      becomes: '17:30–20:00 ×2，周一五，发帖、评论',
    },
    { what: 'Happy Hour 第 2 段', was: '17:30–19:30 ×2，每天，发帖、评论', becomes: null },
    { what: '季度预算', was: null, becomes: '600' },
  ])
})
