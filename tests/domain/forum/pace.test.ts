import { type Said, saidAfter, saidMax, tooSoon, wordsOfComment, wordsOfPost } from '@domain/forum/pace'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const LONG_AGO = NOW - 400 * DAY_MS

/** So many sayings before now, `gapMs` apart, the latest first and at least one gap ago. */
const earlier = (count: number, gapMs: number): Said[] =>
  Array.from({ length: count }, (_, index) => ({ at: NOW - (index + 1) * gapMs, words: `${index}` }))

const facts = {
  saying: 'post' as const,
  at: NOW,
  words: 'new',
  registeredAt: LONG_AGO,
  earlier: [] as Said[],
  elsewhere: [] as Said[],
}

test('whoever has said nothing may speak', () => {
  expect(tooSoon(facts)).toBeNull()
})

test.each([
  ['post', LONG_AGO, 6],
  ['comment', LONG_AGO, 30],
  ['post', NOW - 6 * DAY_MS, 2],
  ['comment', NOW - 6 * DAY_MS, 10],
  ['post', NOW - 7 * DAY_MS, 6],
  ['post', null, 6],
  ['edit', LONG_AGO, 10],
  ['edit', NOW - 6 * DAY_MS, 5],
] as const)('a %s by somebody registered at %s: so many within ten minutes', (saying, registeredAt, max) => {
  const gapMs = 1_000
  const after = (count: number) => tooSoon({ ...facts, saying, registeredAt, earlier: earlier(count, gapMs) })
  expect(after(max - 1)).toBeNull()
  expect(after(max)).toEqual({ code: 'FORUM_TOO_FAST', againAt: NOW - max * gapMs + 10 * MINUTE_MS })
})

test('a span rolls: what was said exactly its length ago counts no more', () => {
  const others = earlier(5, 1_000)
  const sixthAt = (at: number) => tooSoon({ ...facts, earlier: [...others, { at, words: 'old' }] })
  expect(sixthAt(NOW - 10 * MINUTE_MS)).toBeNull()
  expect(sixthAt(NOW - 10 * MINUTE_MS + 1)).toEqual({ code: 'FORUM_TOO_FAST', againAt: NOW + 1 })
})

test('a day has its own measure, and what is read suffices to keep it', () => {
  const said = earlier(saidMax('post'), 20 * MINUTE_MS)
  expect(tooSoon({ ...facts, earlier: said })).toEqual({
    code: 'FORUM_TOO_FAST',
    againAt: NOW - 30 * 20 * MINUTE_MS + DAY_MS,
  })
  expect(tooSoon({ ...facts, earlier: said.slice(0, -1) })).toBeNull()
})

test('after twenty reports within a day the next one waits for the first of them to be a day old', () => {
  const ofToday = (count: number) =>
    tooSoon({ ...facts, saying: 'report', earlier: earlier(count, MINUTE_MS) })
  expect(ofToday(19)).toBeNull()
  expect(ofToday(20)).toEqual({
    code: 'FORUM_REPORTS_TOO_MANY',
    againAt: NOW - 20 * MINUTE_MS + DAY_MS,
  })
})

test('the same words are refused for an hour', () => {
  const saidAt = (at: number) => tooSoon({ ...facts, elsewhere: [{ at, words: 'new' }] })
  expect(saidAt(NOW - HOUR_MS + 1)).toEqual({ code: 'FORUM_REPEATED', againAt: NOW + 1 })
  expect(saidAt(NOW - HOUR_MS)).toBeNull()
})

test('words are the same whatever their spaces, width and case', () => {
  expect(wordsOfPost({ title: '加 我', body: 'ＡＢＣ\n好' })).toBe(
    wordsOfPost({ title: '加我', body: 'abc 好' }),
  )
  expect(wordsOfPost({ title: '加', body: '我好' })).not.toBe(wordsOfPost({ title: '加我', body: '好' }))
})

test('a short comment may be made under many posts, a long one may not', () => {
  const under = (postId: string, body: string) => wordsOfComment({ postId, body })
  expect(under('a', '恭喜恭喜')).not.toBe(under('b', '恭喜恭喜'))
  expect(under('a', '恭喜恭喜')).toBe(under('a', '恭喜 恭喜'))
  expect(under('a', '私下加我微信，代购很便宜')).toBe(under('b', '私下加我微信，代购很便宜'))
})

test('what is kept is what decides: of one day, the latest first, and no more than limits ask for', () => {
  const at = 10 * DAY_MS
  const said = (ago: number): Said => ({ at: at - ago, words: `${ago}` })
  const earlier = [said(1), said(3), said(DAY_MS + 1), said(DAY_MS + 2)]
  expect(saidAfter(earlier, 'post', said(2))).toEqual([said(1), said(2), said(3), said(DAY_MS + 1)])
  const many = Array.from({ length: 3 * saidMax('post') }, (_one, place) => said(place + 1))
  expect(saidAfter(many, 'post', said(0))).toEqual([said(0), ...many.slice(0, -1)])
})

test('what was never published costs nobody their turn, but three times as many attempts are too many', () => {
  const failed = (count: number) => earlier(count, 1_000).map(said => ({ ...said, unsaid: true }))
  expect(tooSoon({ ...facts, earlier: failed(17), elsewhere: failed(17), words: '3' })).toBeNull()
  expect(tooSoon({ ...facts, earlier: failed(18) })).toMatchObject({ code: 'FORUM_TOO_FAST' })
  const mixed = [...failed(5), ...earlier(6, 10_000)]
  expect(tooSoon({ ...facts, earlier: mixed })).toMatchObject({ againAt: NOW - 60_000 + 10 * MINUTE_MS })
})
