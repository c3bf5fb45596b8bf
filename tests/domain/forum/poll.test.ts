import {
  areOptionsDistinct,
  areResultsShown,
  decideVote,
  isPollEndPossible,
  isPollOver,
  POLL_LONGEST_MS,
  POLL_SHORTEST_MS,
  shareOf,
} from '@domain/forum/poll'
import { PollDraft } from '@domain/forum/pollContract'

const NOW = 1_000_000

test.each([
  [POLL_SHORTEST_MS - 1, false],
  [POLL_SHORTEST_MS, true],
  [POLL_LONGEST_MS, true],
  [POLL_LONGEST_MS + 1, false],
])('a poll may end %d ms from now: %s', (afterMs, possible) =>
  expect(isPollEndPossible(NOW + afterMs, NOW)).toBe(possible),
)

test.each([
  [NOW + 1, false],
  [NOW, true],
  [NOW - 1, true],
])('a poll that ends at %d is over at a million: %s', (endsAt, over) =>
  expect(isPollOver(endsAt, NOW)).toBe(over),
)

test.each([
  { voted: false, endsAt: NOW + 1, shown: false },
  { voted: true, endsAt: NOW + 1, shown: true },
  { voted: false, endsAt: NOW, shown: true },
])('results are shown to those who have voted and when it is over: %o', ({ shown, ...facts }) =>
  expect(areResultsShown({ ...facts, now: NOW })).toBe(shown),
)

const vote = { multiple: false, optionIds: ['a0', 'b0'], endsAt: NOW + 1, before: undefined, now: NOW }

test.each([
  ['one of them', { chosen: ['a0'] }, 'count'],
  ['two of a single choice', { chosen: ['a0', 'b0'] }, 'FORUM_POLL_ONE_ONLY'],
  ['two where several may be chosen', { chosen: ['b0', 'a0'], multiple: true }, 'count'],
  ['one that is not there any more', { chosen: ['a1'] }, 'FORUM_POLL_CHANGED'],
  ['at the end', { chosen: ['a0'], endsAt: NOW }, 'FORUM_POLL_OVER'],
  ['the same again', { chosen: ['a0'], before: ['a0'] }, 'counted'],
  ['the same again after the end', { chosen: ['a0'], before: ['a0'], endsAt: NOW }, 'counted'],
  ['the same in another order', { chosen: ['b0', 'a0'], before: ['a0', 'b0'], multiple: true }, 'counted'],
  ['another one', { chosen: ['b0'], before: ['a0'] }, 'FORUM_POLL_VOTED'],
  ['one more', { chosen: ['a0', 'b0'], before: ['a0'], multiple: true }, 'FORUM_POLL_VOTED'],
])('choosing %s', (_name, part, verdict) => expect(decideVote({ ...vote, ...part })).toBe(verdict))

test.each([
  [0, 0, 0],
  [1, 3, 33],
  [2, 3, 67],
  [3, 3, 100],
])('%d of %d votes are %d per cent', (votes, voters, share) => expect(shareOf(votes, voters)).toBe(share))

test('options have to differ to whoever reads them', () => {
  expect(areOptionsDistinct(['肉桂卷', '苹果派'])).toBe(true)
  expect(areOptionsDistinct(['Fika', ' fi ka'])).toBe(false)
})

test.each([
  ['one option', ['一'], false],
  ['two', ['一', '二'], true],
  ['eight', [...'一二三四五六七八'], true],
  ['nine', [...'一二三四五六七八九'], false],
  ['the same twice', ['一', '一'], false],
  ['an empty one', ['一', ' '], false],
  ['one that is too long', ['一', '长'.repeat(31)], false],
])('a poll with %s', (_name, options, valid) =>
  expect(PollDraft.safeParse({ options, multiple: false, endsAt: 1 }).success).toBe(valid),
)
