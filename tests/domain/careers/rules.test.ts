import {
  type CandidateState,
  candidateActions,
  candidateActionsFor,
  candidateStates,
  isLive,
  needsNote,
  nextCandidateState,
  objectionTo,
  wayBackOf,
} from '@domain/careers/candidate'
import { interviewFor, sayInterview } from '@domain/careers/interview'
import { mayApply, mayRefer, positionActionsFor } from '@domain/careers/position'
import { type PositionCells, planPositions } from '@domain/careers/positionFile'
import {
  claimAfter,
  claimWithout,
  decideClaim,
  HOLD_DAYS,
  maskName,
  REFERRALS_A_DAY,
  referralsAfter,
} from '@domain/careers/referral'
import { eraseAtOf } from '@domain/careers/retention'
import { rewardAfterHire, rewardAfterUndo } from '@domain/careers/reward'
import { DAY_MS } from '@domain/kernel/time'

const NOW = Date.parse('2026-11-24T12:20:00+08:00')
const asked = (referrerId: string, positionId = 'a', now = NOW) => ({ referrerId, positionId, now })

describe('a claim on a friend', () => {
  const claim = claimAfter(null, asked('lin'))

  it('is the first one’s for as many days as said, for every position', () => {
    expect(decideClaim(null, asked('lin'))).toBe('granted')
    expect(decideClaim(claim, asked('chen', 'b'))).toBe('another')
    expect(decideClaim(claim, asked('lin'))).toBe('twice')
    expect(decideClaim(claim, asked('lin', 'b'))).toBe('granted')
    const last = NOW + HOLD_DAYS * DAY_MS
    expect(decideClaim(claim, asked('chen', 'a', last - 1))).toBe('another')
    expect(decideClaim(claim, asked('chen', 'a', last))).toBe('granted')
  })

  it('is no longer for a second position, and ends with the last one', () => {
    const second = claimAfter(claim, asked('lin', 'b', NOW + DAY_MS))
    expect(second).toEqual({ ...claim, positionIds: ['a', 'b'] })
    expect(claimWithout(second, 'a')).toMatchObject({ positionIds: ['b'] })
    expect(claimWithout(claim, 'a')).toBeNull()
  })
})

it('lets somebody recommend so many within 24 hours, and again when the first is a day ago', () => {
  const at = Array.from({ length: REFERRALS_A_DAY }, (_one, place) => NOW + place)
  expect(referralsAfter(at.slice(1), NOW + 100)).toEqual([...at.slice(1), NOW + 100])
  expect(referralsAfter(at, NOW + DAY_MS - 1)).toBeNull()
  expect(referralsAfter(at, NOW + DAY_MS)).toEqual([...at.slice(1), NOW + DAY_MS])
})

describe('the states of a candidate', () => {
  it('lets recruiters move what lives, and nobody else hire', () => {
    expect(candidateActionsFor({ state: 'interviewing', kind: 'internal', kept: true }, 'recruiter')).toEqual(
      ['offer', 'arrange', 'decline'],
    )
    for (const state of candidateStates)
      for (const actor of ['referrer', 'applicant', 'clock'] as const)
        expect(nextCandidateState(state, 'hire', actor)).toBeNull()
  })

  it('lets a recommendation be taken back only before anybody has called', () => {
    const states = candidateStates.filter(state => nextCandidateState(state, 'takeBack', 'referrer'))
    expect(states).toEqual(['submitted'])
  })

  it('ends each live candidate by the clock, and nothing else', () => {
    for (const state of candidateStates)
      expect(nextCandidateState(state, 'lapse', 'clock') !== null).toBe(isLive(state))
    expect(candidateActions.filter(action => nextCandidateState('hired', action, 'recruiter'))).toEqual([
      'undoHire',
      'clear',
    ])
  })

  it('lets a friend have it cleared wherever something is kept, by recruiting or by whoever recommended them', () => {
    const states = candidateStates.filter(state => state !== 'withdrawn')
    for (const state of states) {
      const facts = { state, kind: 'referral', kept: true } as const
      expect(candidateActionsFor(facts, 'recruiter')).toContain(objectionTo(state))
      expect(wayBackOf(facts)).toBe(state === 'submitted' ? 'takeBack' : objectionTo(state))
      expect(candidateActionsFor({ ...facts, kind: 'internal' }, 'recruiter')).not.toContain(
        objectionTo(state),
      )
      expect(needsNote(objectionTo(state))).toBe(true)
    }
    expect(nextCandidateState('hired', 'clear', 'recruiter')).toBe('hired')
    expect(wayBackOf({ state: 'withdrawn', kind: 'referral', kept: false })).toBeNull()
    expect(wayBackOf({ state: 'interviewing', kind: 'internal', kept: true })).toBe('withdraw')
  })

  it('lets a colleague who applied withdraw while it goes on, and have deleted what they wrote once it is over', () => {
    const way = (state: CandidateState, kept = true) => wayBackOf({ state, kind: 'internal', kept })
    expect(candidateStates.filter(state => isLive(state)).map(state => way(state))).toEqual(
      Array(4).fill('withdraw'),
    )
    expect([way('declined'), way('hired'), way('withdrawn')]).toEqual(['object', 'clear', null])
    expect([way('declined', false), way('hired', false)]).toEqual([null, null])
  })

  it('leads nobody on whose data is gone, and lets only their hire be undone, which ends it', () => {
    for (const state of candidateStates)
      for (const actor of ['referrer', 'applicant', 'recruiter', 'clock'] as const) {
        const actions = candidateActionsFor({ state, kind: 'referral', kept: false }, actor)
        expect(actions).toEqual(state === 'hired' && actor === 'recruiter' ? ['undoHire'] : [])
      }
    expect(nextCandidateState('hired', 'undoHire', 'recruiter', { kept: false })).toBe('withdrawn')
    expect(nextCandidateState('hired', 'undoHire', 'recruiter')).toBe('offered')
  })
})

test('nothing is kept longer than a year, and what is taken back not at all', () => {
  const at = { movedAt: NOW, submittedAt: NOW - 300 * DAY_MS }
  expect(eraseAtOf({ state: 'interviewing', ...at })).toBe(NOW + 65 * DAY_MS)
  expect(eraseAtOf({ state: 'declined', movedAt: NOW, submittedAt: NOW })).toBe(NOW + 90 * DAY_MS)
  expect(eraseAtOf({ state: 'withdrawn', ...at })).toBe(NOW)
})

test('ways of a position decide who may come, and only while it is open', () => {
  expect(mayRefer({ state: 'open', tracks: ['internal'] })).toBe(false)
  expect(mayRefer({ state: 'open', tracks: ['campus', 'internal'] })).toBe(true)
  expect(mayApply({ state: 'open', tracks: ['social'] })).toBe(false)
  expect(mayApply({ state: 'paused', tracks: ['internal'] })).toBe(false)
  expect(positionActionsFor('closed')).toEqual(['reopen'])
})

test('a masked name tells only how it begins', () => {
  expect([maskName('徐朗'), maskName('欧阳思远'), maskName('徐')]).toEqual(['徐*', '欧***', '徐*'])
})

describe('the reward of a hire', () => {
  const first = { candidateId: 'a', creditId: 'lin' }
  const second = { candidateId: 'b', creditId: 'chen' }
  const paid = rewardAfterHire(null, first)
  const undone = rewardAfterUndo(paid, 'a')

  it('is one for a friend, as long as it is not taken back', () => {
    expect(paid).toEqual({ ...first, source: 0, hires: 1 })
    expect(rewardAfterHire(paid, second)).toBeNull()
    expect(rewardAfterUndo(paid, 'b')).toBeNull()
    expect(rewardAfterUndo(null, 'a')).toBeNull()
  })

  it('is given back under the same source once, then booked under the next one; another’s is the next one at once', () => {
    const again = rewardAfterHire(undone, first)
    expect(again).toEqual({ ...first, source: 0, hires: 2 })
    expect(rewardAfterHire(rewardAfterUndo(again, 'a'), first)).toEqual({ ...first, source: 1, hires: 1 })
    expect(rewardAfterHire(undone, second)).toEqual({ ...second, source: 1, hires: 1 })
  })
})

describe('an interview', () => {
  const interview = { on: '2026-11-25', time: '14:30', place: '嘉定三楼' }

  it('is said by its day, and as tomorrow by whoever reads it the day before', () => {
    expect(sayInterview(interview)).toBe('11 月 25 日 14:30，嘉定三楼')
    expect(sayInterview(interview, NOW)).toBe('明天 14:30，嘉定三楼')
    expect(sayInterview({ ...interview, time: null, place: '' }, NOW + DAY_MS)).toBe('今天')
    expect(sayInterview({ on: '2027-01-04', time: null, place: '' }, NOW)).toBe('2027 年 1 月 4 日')
  })

  it('is told whole to a colleague who applies, and of a friend only its day', () => {
    expect(interviewFor('internal', interview)).toEqual(interview)
    expect(interviewFor('referral', interview)).toEqual({ on: '2026-11-25', time: null, place: '' })
    expect(interviewFor('referral', { on: null, time: null, place: '嘉定三楼' })).toBeNull()
    expect(interviewFor('internal', undefined)).toBeNull()
  })
})

test('a line of a file tells everything that is wrong with it at once', () => {
  const cells: PositionCells['cells'] = {
    ...{ 职位: '热', 部门: '研发', 团队: '', 城市: '广州', 地点: '', 类别: '研发', 招聘方式: '社招' },
    ...{
      级别: '专家',
      年限: '',
      人数: '零',
      负责人编号: 'VC000000',
      职责: '冷启动试验',
      要求: '做事细，不怕冷',
    },
  }
  const [planned] = planPositions([{ line: 2, cells }], {
    known: [],
    colleagues: new Set(),
    mayEdit: () => true,
  })
  expect(planned && 'wrong' in planned ? planned.wrong.split('；') : []).toEqual([
    '城市要写成上海、成都、大庆、台州、北京之一',
    '级别要写成实习、初级、中级、高级、负责人之一',
    '人数要在 1 到 99 之间',
    '负责人编号不是在职同事',
    '职位至少 2 个字',
    '地点是空的',
  ])
  const right = {
    ...cells,
    职位: '热管理',
    城市: '上海',
    地点: '嘉定',
    级别: '高级',
    人数: '2',
    负责人编号: '',
  }
  const known = { known: [], colleagues: new Set<string>(), mayEdit: () => true }
  expect(planPositions([{ line: 2, cells: right }], known)[0]).toHaveProperty('does')
})
