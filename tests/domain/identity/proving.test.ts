import { ATTEMPTS_MAX, ATTEMPTS_WINDOW_MS, type Attempt, countAttempt } from '@domain/identity/attempts'
import { maskPhone } from '@domain/identity/phone'
import { mayAskToRebind, mayBind, sameName } from '@domain/identity/registration'
import fc from 'fast-check'

const T = Date.parse('2026-11-24T08:00:00+08:00')
const tries = (count: number, at = T): Attempt[] =>
  Array.from({ length: count }, (_attempt, index) => ({ at, by: `earlier-${index}` }))

describe('attempts', () => {
  test('count up to the limit and not beyond', () => {
    expect(countAttempt(tries(ATTEMPTS_MAX - 1), { at: T, by: 'last' })).toHaveLength(ATTEMPTS_MAX)
    expect(countAttempt(tries(ATTEMPTS_MAX), { at: T, by: 'one more' })).toBeNull()
  })

  test('count for an hour, to the millisecond', () => {
    const full = tries(ATTEMPTS_MAX)
    expect(countAttempt(full, { at: T + ATTEMPTS_WINDOW_MS - 1, by: 'early' })).toBeNull()
    expect(countAttempt(full, { at: T + ATTEMPTS_WINDOW_MS, by: 'in time' })).toEqual([
      { at: T + ATTEMPTS_WINDOW_MS, by: 'in time' },
    ])
  })

  test('count a retry of one command once', () => {
    const full = tries(ATTEMPTS_MAX)
    expect(countAttempt(full, { at: T, by: 'earlier-0' })).toEqual(full)
  })

  test('never let more than the limit through in any hour', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: ATTEMPTS_WINDOW_MS / 3 }), { maxLength: 60 })
    fc.assert(
      fc.property(gaps, all => {
        let at = T
        let kept: Attempt[] = []
        const passed: number[] = []
        all.forEach((gap, index) => {
          at += gap
          const counted = countAttempt(kept, { at, by: String(index) })
          if (counted === null) return
          kept = counted
          passed.push(at)
        })
        return passed.every(
          from => passed.filter(one => one >= from && one < from + ATTEMPTS_WINDOW_MS).length <= ATTEMPTS_MAX,
        )
      }),
    )
  })
})

const employee = { name: '林晓川', phone: '13800000426', status: 'active' as const, boundAt: null }
const claim = { name: '林晓川', phone: '13800000426' }

describe('who may be bound', () => {
  test('whoever the roster knows by name and phone and nobody has taken', () => {
    expect(mayBind(employee, claim)).toBe(true)
  })

  test.each([
    ['nobody', null, claim],
    ['a leaver', { ...employee, status: 'left' as const }, claim],
    ['somebody who is bound', { ...employee, boundAt: T }, claim],
    ['another name', employee, { ...claim, name: '林晓' }],
    ['another phone', employee, { ...claim, phone: '13800000427' }],
  ])('not %s', (_who, known, claimed) => {
    expect(mayBind(known, claimed)).toBe(false)
  })

  test('an empty claim never matches the empty stand-in for nobody', () => {
    expect(mayBind(null, { name: '', phone: '' })).toBe(false)
    expect(mayAskToRebind(null, { name: '' })).toBe(false)
  })

  test('asking to rebind needs an active colleague of that name, bound or not', () => {
    expect(mayAskToRebind({ ...employee, boundAt: T }, { name: '林晓川' })).toBe(true)
    expect(mayAskToRebind({ ...employee, status: 'left' }, { name: '林晓川' })).toBe(false)
    expect(mayAskToRebind(employee, { name: '别人' })).toBe(false)
  })
})

test.each([
  ['Anna Svensson', 'anna  svensson', true],
  ['阿依古丽·买买提', '阿依古丽买买提', true],
  ['阿依古丽·买买提', '阿依古丽•买买提', true],
  ['阿依古丽・买买提', '阿依古丽．买买提', true],
  ['Anna-Lena Berg', 'Anna Lena Berg', true],
  ['林晓川', '林曉川', false],
])('%s and %s: the same name is %s', (one, other, same) => {
  expect(sameName(one, other)).toBe(same)
})

test('a masked phone keeps seven digits', () => {
  expect(maskPhone('13800000426')).toBe('138****0426')
})
