import { freshPoll, pollDraftOf, pollInput, pollProblem } from '@/rooms/forum/pages/compose/pollDraft'
import { sayEnd, sayPoll } from '@/rooms/forum/pollWords'

// A Thursday.
const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const poll = { ...freshPoll(NOW), options: [' 肉桂卷', '苹果派 ', ''] }

it('ends tomorrow evening unless its author says otherwise, and sends what is written', () => {
  expect(pollInput(poll)).toEqual({
    options: ['肉桂卷', '苹果派'],
    multiple: false,
    endsAt: Date.parse('2026-11-20T18:00:00+08:00'),
  })
  expect(pollProblem(poll, NOW)).toBeUndefined()
  expect(pollProblem(null, NOW)).toBeUndefined()
})

it.each([
  ['one option', { options: ['肉桂卷', ' '] }, '投票至少写 2 个选项'],
  ['the same twice', { options: ['Fika', 'fika'] }, '有两个选项一样，改一个'],
  ['an end that is past', { endsOn: '2026-11-18' }, '投票截止要在 10 分钟之后、30 天之内'],
  ['an end out of sight', { endsOn: '2027-01-18' }, '投票截止要在 10 分钟之后、30 天之内'],
  ['no end', { endsOn: '' }, '投票截止要在 10 分钟之后、30 天之内'],
])('is kept back with %s', (_name, part, problem) =>
  expect(pollProblem({ ...poll, ...part }, NOW)).toBe(problem),
)

it('is the same after a published poll is taken up to be changed', () => {
  const published = {
    options: [{ text: '肉桂卷' }, { text: '苹果派' }],
    multiple: true,
    endsAt: Date.parse('2026-11-20T09:05:00+08:00'),
  }
  expect(pollInput(pollDraftOf(published))).toEqual({
    options: ['肉桂卷', '苹果派'],
    multiple: true,
    endsAt: published.endsAt,
  })
})

it.each([
  ['2026-11-19T18:00:00+08:00', '今天 18:00 截止'],
  ['2026-11-20T09:05:00+08:00', '明天 9:05 截止'],
  ['2026-11-23T12:00:00+08:00', '周一 12:00 截止'],
  ['2026-12-08T12:00:00+08:00', '12 月 8 日 12:00 截止'],
  ['2026-11-19T07:30:00+08:00', '已截止'],
])('says that what ends at %s %s', (endsAt, words) => expect(sayEnd(Date.parse(endsAt), NOW)).toBe(words))

it('says how one chooses and how many have', () => {
  const shown = { multiple: true, voters: 0, endsAt: NOW, options: [], over: true, chosen: [] }
  expect(sayPoll(shown, NOW)).toBe('可多选 · 还没有人投 · 已截止')
  expect(sayPoll({ ...shown, multiple: false, voters: 32 }, NOW)).toBe('单选 · 32 人已投 · 已截止')
})
