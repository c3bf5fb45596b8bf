import { Refusal } from '@domain/kernel/errors'
import { DAY_MS } from '@domain/kernel/time'
import { answeredForm } from '@domain/union/application'
import { type MembershipAction, membershipActions, membershipTable } from '@domain/union/membership'
import { afterStep, mayApplyFrom, type Stepped, TRAIL_MAX } from '@domain/union/trail'
import fc from 'fast-check'

const by = { employeeId: 'VC000001', name: '林晓川' }
const step = (action: MembershipAction) => ({ action, by, at: 1, reason: null })

describe('the trail of a membership', () => {
  it('grows by exactly the steps that the table allows, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...membershipActions), { maxLength: 30 }), actions => {
        const allowed: MembershipAction[] = []
        let before: Stepped | null = null
        for (const action of actions) {
          const after = afterStep(before, step(action))
          const from: string = before?.state ?? 'none'
          expect(after !== null).toBe((membershipTable[action].from as readonly string[]).includes(from))
          if (!after) continue
          allowed.push(action)
          before = after
        }
        expect((before?.trail ?? []).map(({ action }) => action)).toEqual(allowed.slice(-TRAIL_MAX))
        expect(before?.earlierSteps ?? 0).toBe(Math.max(0, allowed.length - TRAIL_MAX))
      }),
    )
  })

  it('keeps the last steps and says how many came before, however often somebody comes and goes', () => {
    let before: Stepped | null = null
    for (let round = 1; round <= TRAIL_MAX; round += 1) {
      before = afterStep(before, { ...step('apply'), at: round })
      before = afterStep(before, { ...step('withdraw'), at: round })
    }
    expect(before?.trail).toHaveLength(TRAIL_MAX)
    expect(before?.trail[0]).toMatchObject({ action: 'apply', at: TRAIL_MAX / 2 + 1 })
    expect(before?.trail.at(-1)).toMatchObject({ action: 'withdraw', at: TRAIL_MAX })
    expect(before?.earlierSteps).toBe(TRAIL_MAX)
  })

  it('lets somebody apply three times within 24 hours, and again when the first is that old', () => {
    const applied = (...at: number[]) =>
      at.flatMap(each => [
        { ...step('apply'), at: each },
        { ...step('withdraw'), at: each },
      ])
    const day = applied(10, 20, 30)
    expect(mayApplyFrom(applied(10, 20), 30)).toBeNull()
    expect(mayApplyFrom(day, 40)).toBe(10 + DAY_MS)
    expect(mayApplyFrom(day, 10 + DAY_MS - 1)).toBe(10 + DAY_MS)
    expect(mayApplyFrom(day, 10 + DAY_MS)).toBeNull()
  })

  it('begins with an application and nothing else', () => {
    const first = membershipActions.filter(action => afterStep(null, step(action)))
    expect(first).toEqual(['apply'])
  })
})

describe('an answered form', () => {
  const questions = [
    { questionId: 'level', title: '水平', options: ['刚开始', '能打比赛'] },
    { questionId: 'time', title: '哪天', options: ['周六'] },
  ]
  const level = { questionId: 'level', answer: '能打比赛' }
  const time = { questionId: 'time', answer: '周六' }

  it('keeps the questions in their order, as they were asked', () => {
    expect(answeredForm(questions, [time, level])).toEqual([
      { title: '水平', answer: '能打比赛' },
      { title: '哪天', answer: '周六' },
    ])
    expect(answeredForm([], [])).toEqual([])
  })

  it.each([
    ['open questions', [level], ['answers.time']],
    ['what is not offered', [level, { ...time, answer: '周日' }], ['answers.time']],
    ['two answers to one question', [level, level, time], ['answers.level']],
    ['answers to nothing', [level, time, { questionId: 'age', answer: '7' }], ['answers.age']],
  ])('refuses %s and names them', (_case, answers, fields) => {
    const refused = (() => {
      try {
        answeredForm(questions, answers)
        return null
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'UNION_ANSWER_INVALID', fields })
  })
})
