import type { Grant } from '@domain/access/roles'
import {
  appealUntil,
  assertAppealable,
  evidenceOf,
  reviewAfterAnswer,
  reviewAfterAppeal,
  reviewAfterParting,
} from '@domain/forum/appeal'
import { assertDecidable, mayMute, whyNotDecide } from '@domain/forum/deciding'
import {
  outcomeOf,
  type Review,
  reviewAfterDecision,
  reviewAfterDoubt,
  reviewAfterReport,
  unreviewed,
} from '@domain/forum/review'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const guo = { employeeId: 'VC019926', name: '郭跃' }
const tang = { employeeId: 'VC016230', name: '唐若溪' }
const subject = { kind: 'comment' as const, id: 'c1', postId: 'p1', title: '露营', words: '懒虫' }
const moderating = ({ employeeId }: { employeeId: string }, ...more: Grant[]) => ({
  id: employeeId,
  grants: [{ role: 'moderator' as const }, ...more],
})
const fresh = { upheld: 0, decided: 0 }

const untouched = () => unreviewed(subject, { employeeId: 'VC022118' }, NOW)
const reported = (times: number, from: Review = untouched()) => {
  let review = from
  for (let time = 0; time < times; time += 1)
    review = reviewAfterReport(review, {
      reason: 'insult',
      record: fresh,
      at: NOW + time * HOUR_MS,
      mayHide: true,
    })
  return review
}
const decision = (verdict: 'keep' | 'remove', at = NOW + DAY_MS) => ({
  verdict,
  reason: '不合适',
  by: guo,
  at,
  muteDays: 0,
  mutedUntil: null,
  reversed: 2,
})
const answer = (verdict: 'uphold' | 'restore') => ({
  verdict,
  reason: '再看了一遍',
  by: tang,
  at: NOW + 3 * DAY_MS,
  repaid: 2,
})
const removed = (reports = 3) => reviewAfterDecision(reported(reports), decision('remove'))
const appealed = () => reviewAfterAppeal(removed(), { words: '不是那个意思', at: NOW + 2 * DAY_MS })

describe('reports', () => {
  test('the first one opens a review that is due a day later, whenever others follow', () => {
    const review = reported(2)
    expect(review).toMatchObject({ state: 'open', waiting: true, round: 1, version: 1, reports: 2 })
    expect(review.dueAt).toBe(NOW + DAY_MS)
    expect(review.reasons).toEqual({ insult: 2 })
  })

  test.each([
    [2, false],
    [3, true],
    [4, true],
  ])('%d of unknown reporters hide it: %s, and the trail says so once', (times, hidden) => {
    const review = reported(times)
    expect(review.hidden).toBe(hidden)
    expect(review.trail.filter(({ what }) => what === 'hidden')).toHaveLength(hidden ? 1 : 0)
  })

  test('another report does not outdate what a moderator has read', () => {
    expect(reported(4).version).toBe(reported(1).version)
  })

  test('reports after a decision open a new round, and hide nothing that a moderator has kept', () => {
    const kept = reviewAfterDecision(reported(3), decision('keep'))
    expect(kept).toMatchObject({ waiting: false, hidden: false, telling: true, offenceAt: null })
    const again = reported(5, kept)
    expect(again).toMatchObject({ state: 'open', round: 2, reports: 5, hidden: false })
    expect(again.version).toBeGreaterThan(kept.version)
  })

  test('the best share among the reporters is kept, and who is not heeded counted', () => {
    const records = [
      { upheld: 0, decided: 5 },
      { upheld: 11, decided: 12 },
      { upheld: 1, decided: 2 },
    ]
    const review = records.reduce(
      (before, record) => reviewAfterReport(before, { reason: 'insult', record, at: NOW, mayHide: true }),
      untouched(),
    )
    expect(review).toMatchObject({ unheeded: 1, bestShare: 11 / 12, hidden: false })
  })

  test('a doubted picture opens a review without reporters', () => {
    expect(reviewAfterDoubt(untouched(), NOW, '拿不准')).toMatchObject({
      state: 'open',
      waiting: true,
      reports: 0,
      round: 1,
      version: 1,
    })
  })
})

describe('who may decide', () => {
  const read = { version: 1, state: 'open' as const, moderator: moderating(guo) }

  test('a moderator who has read the latest version', () => {
    expect(() => assertDecidable(reported(3), read)).not.toThrow()
  })

  test.each([
    ['FORUM_REVIEW_DECIDED', removed(), read],
    ['FORUM_REVIEW_CHANGED', reported(1, reviewAfterDecision(reported(3), decision('keep'))), read],
    ['FORUM_REVIEW_CHANGED', appealed(), { ...read, version: 3, moderator: moderating(tang) }],
    ['FORUM_REVIEW_NOT_YOURS', reported(3), { ...read, moderator: moderating({ employeeId: 'VC022118' }) }],
    ['FORUM_REVIEW_NOT_YOURS', appealed(), { ...read, version: 3, state: 'appealed' as const }],
  ])('%s otherwise', (code, review, asked) => {
    expect(() => assertDecidable(review, asked)).toThrow(code)
  })

  test('who comes second reads by whom it was decided, and what', () => {
    const { by } = decision('remove')
    const said = `${by.name}刚刚决定了移除，你的决定没有生效`
    expect(() => assertDecidable(removed(), read)).toThrow(expect.objectContaining({ said }))
  })

  test('an appeal is for anybody but the first moderator and the author', () => {
    expect(whyNotDecide(appealed(), moderating(tang))).toBeNull()
    expect(whyNotDecide(appealed(), moderating(guo))).toBe('FORUM_REVIEW_NOT_YOURS')
    expect(whyNotDecide(appealed(), moderating({ employeeId: 'VC022118' }))).toBe('FORUM_REVIEW_NOT_YOURS')
  })

  test('what an account said is judged by nobody who may speak as it, and by others who speak', () => {
    const said = unreviewed({ ...subject, accountId: 'company' }, { employeeId: 'VC022118' }, NOW)
    const review = reported(1, said)
    const speaking = (scopeId: string) => moderating(guo, { role: 'official', scopeId })
    expect(whyNotDecide(review, moderating(guo))).toBeNull()
    expect(whyNotDecide(review, speaking('union'))).toBeNull()
    expect(whyNotDecide(review, speaking('company'))).toBe('FORUM_REVIEW_NOT_YOURS')
  })

  test('muting is for the second offence on', () => {
    expect([0, 1, 2].map(mayMute)).toEqual([false, true, true])
  })
})

describe('an appeal', () => {
  test('is open for a week after a removal, once', () => {
    const end = NOW + DAY_MS + 7 * DAY_MS
    expect(appealUntil(removed())).toBe(end)
    expect(() => assertAppealable(removed(), end - 1)).not.toThrow()
    expect(() => assertAppealable(removed(), end)).toThrow('FORUM_APPEAL_CLOSED')
    expect(() => assertAppealable(reviewAfterDecision(reported(3), decision('keep')), NOW)).toThrow(
      'FORUM_APPEAL_CLOSED',
    )
    expect(() => assertAppealable(appealed(), NOW)).toThrow('FORUM_APPEAL_DONE')
  })

  test('keeps the pictures until it is answered', () => {
    expect(removed().purgeAt).toBe(NOW + 8 * DAY_MS)
    expect(appealed().purgeAt).toBeNull()
    expect(reviewAfterAnswer(appealed(), answer('uphold')).purgeAt).toBe(answer('uphold').at)
    expect(reviewAfterAnswer(appealed(), answer('restore')).purgeAt).toBeNull()
  })

  test('what it shows goes with the answer, and with an author whose account is gone', () => {
    const evidence = [{ fileId: 'hall.png', traceId: 't', state: 'checking' as const }]
    const at = NOW + 2 * DAY_MS
    const shown = reviewAfterAppeal(removed(), { words: '看图', evidence, at })
    const gone = { employeeId: 'former' }
    const after = [
      reviewAfterAnswer(shown, answer('uphold')),
      reviewAfterParting(shown, gone, at),
      reviewAfterParting(reviewAfterAnswer(shown, answer('restore')), gone, at),
    ]
    expect(evidenceOf(shown)).toEqual(evidence)
    for (const review of after) expect([evidenceOf(review), review.evidenceState]).toEqual([[], 'done'])
    expect(appealed()).not.toHaveProperty('evidenceState')
  })

  test('decides whether it was an offence, and what the reports were', () => {
    const upheld = reviewAfterAnswer(appealed(), answer('uphold'))
    const restored = reviewAfterAnswer(appealed(), answer('restore'))
    expect([upheld.offenceAt, restored.offenceAt]).toEqual([NOW + DAY_MS, null])
    expect([outcomeOf(removed()), outcomeOf(upheld), outcomeOf(restored)]).toEqual([
      'upheld',
      'upheld',
      'void',
    ])
  })

  test('a restored thing that is removed once more was an offence by its new reports', () => {
    const restored = reviewAfterAnswer(appealed(), answer('restore'))
    const again = reviewAfterDecision(reported(1, restored), decision('remove', NOW + 9 * DAY_MS))
    expect(outcomeOf(again)).toBe('upheld')
    expect(() => assertAppealable(again, NOW + 9 * DAY_MS)).toThrow('FORUM_APPEAL_DONE')
  })
})
