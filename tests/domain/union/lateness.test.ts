import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { decisionMs, medianDecisionMs, membershipReminderAfter } from '@domain/union/lateness'
import type { MembershipAction } from '@domain/union/membership'

const step = (action: MembershipAction, at: number) => ({ action, at })

describe('how long a decision took', () => {
  it('counts from the application that was decided, in whatever round', () => {
    const rounds = [step('apply', 0), step('refuse', 5), step('apply', 100), step('approve', 107)]
    expect(decisionMs(rounds)).toBe(7)
    expect(decisionMs([...rounds, step('leave', 200), step('apply', 300)])).toBe(7)
  })

  it('is nothing while nobody has decided', () => {
    expect(decisionMs([step('apply', 0)])).toBeNull()
    expect(decisionMs([step('apply', 0), step('withdraw', 3)])).toBeNull()
    expect(decisionMs([])).toBeNull()
  })

  it('is not changed by a later removal', () => {
    expect(decisionMs([step('apply', 0), step('approve', 5), step('remove', 900)])).toBe(5)
  })

  it('has a middle over several trails, without those that nobody decided', () => {
    const took = (ms: number) => [step('apply', 0), step('approve', ms)]
    expect(medianDecisionMs([took(9), took(1), [step('apply', 0)], took(4)])).toBe(4)
    expect(medianDecisionMs([])).toBeNull()
  })
})

it('reminds every two days since the application', () => {
  expect(membershipReminderAfter(0, 0)).toBe(2 * DAY_MS)
  expect(membershipReminderAfter(0, 2 * DAY_MS - 1)).toBe(2 * DAY_MS)
  expect(membershipReminderAfter(0, 2 * DAY_MS)).toBe(4 * DAY_MS)
  expect(membershipReminderAfter(HOUR_MS, 9 * DAY_MS)).toBe(10 * DAY_MS + HOUR_MS)
})
