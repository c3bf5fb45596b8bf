import { limits } from '@domain/kernel/limits'
import { applicationProblem, toApplication } from '@/rooms/union/applicationForm'

const questions = [{ questionId: 'level', title: '你的水平', options: ['刚开始', '能打比赛'] }]
const whole = { answers: { level: '能打比赛' }, reason: ' 周四下班就到 ' }

test('a whole form goes out trimmed, with the answers that were asked for', () => {
  expect(applicationProblem(questions, whole)).toBeUndefined()
  expect(
    toApplication('badminton', questions, { ...whole, answers: { ...whole.answers, old: '是' } }),
  ).toEqual({
    associationId: 'badminton',
    answers: [{ questionId: 'level', answer: '能打比赛' }],
    reason: '周四下班就到',
  })
})

test('an open question is named', () => {
  expect(applicationProblem(questions, { ...whole, answers: {} })).toContain('你的水平')
  expect(applicationProblem(questions, { ...whole, answers: { level: '打过校队' } })).toContain('你的水平')
})

test('the reason is counted in characters, as the server counts', () => {
  expect(applicationProblem([], { answers: {}, reason: ' 好 ' })).toBeDefined()
  expect(applicationProblem([], { answers: {}, reason: '🏸'.repeat(limits.reasonMax) })).toBeUndefined()
  expect(applicationProblem([], { answers: {}, reason: '🏸'.repeat(limits.reasonMax + 1) })).toBeDefined()
})
