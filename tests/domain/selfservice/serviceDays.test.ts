import type { Service } from '@domain/selfservice/network'
import {
  daysBetween,
  dayTypeOf,
  nextDayOfType,
  ruleRunsOn,
  runsOn,
  unannouncedYear,
} from '@domain/selfservice/serviceDays'
import fc from 'fast-check'
import { weekends, workdays } from '../../support/shuttleNetwork'

const plain: Service = { ...workdays, holidays: 'asUsual' }

describe('a service day', () => {
  // 1 October 2026 is a Thursday and National Day; Saturday 10 October is worked in exchange.
  test.each([
    ['2026-11-24', 'working', null],
    ['2026-11-28', 'saturday', null],
    ['2026-11-29', 'sunday', null],
    ['2026-10-01', 'holiday', '国庆节'],
    ['2026-10-10', 'working', '国庆节调休'],
    // Not announced yet, but fixed by law; what is exchanged for it nobody knows.
    ['2030-01-01', 'holiday', '元旦'],
    ['2030-05-02', 'holiday', '劳动节'],
    ['2030-10-03', 'holiday', '国庆节'],
    ['2030-10-04', 'working', null],
  ])('%s is of type %s, noted %s', (on, type, note) => {
    expect(dayTypeOf(on)).toEqual({ type, note })
  })

  test.each([
    ['2026-11-24', [true, false, true]],
    ['2026-11-28', [false, true, false]],
    ['2026-10-01', [false, true, true]],
    ['2026-10-10', [true, false, false]],
    ['2025-12-31', [false, false, false]],
  ] as const)('on %s workdays, weekends and plain weekdays run: %j', (on, expected) => {
    expect([workdays, weekends, plain].map(service => runsOn(service, on))).toEqual(expected)
  })

  it('that is named goes before every rule, also outside of the period', () => {
    const service = {
      ...workdays,
      exceptions: [
        { on: '2026-11-24', runs: false },
        { on: '2025-12-31', runs: true },
      ],
    }
    expect(['2026-11-24', '2026-11-25', '2025-12-31'].map(on => runsOn(service, on))).toEqual([
      ...[false, true, true],
    ])
  })

  it('of each type is looked for from today on, and where none is announced by the law alone', () => {
    expect(nextDayOfType('working', '2026-11-28')).toBe('2026-11-30')
    expect(nextDayOfType('saturday', '2026-11-28')).toBe('2026-11-28')
    expect(nextDayOfType('holiday', '2030-03-01')).toBe('2030-05-01')
  })

  it('may be in a year whose holidays nobody knows yet', () => {
    expect(unannouncedYear('2026-12-31')).toBeNull()
    expect(unannouncedYear('2030-01-01')).toBe(2030)
    expect(unannouncedYear('2029-12-31')).toBe(2029)
    expect(unannouncedYear('2026-01-01', 60)).toBeNull()
  })

  it('is one on which exactly one of workdays and weekends runs', () => {
    const days = daysBetween('2026-01-01', '2026-12-31')
    fc.assert(
      fc.property(fc.constantFrom(...days), on => {
        expect(ruleRunsOn(workdays, on)).not.toBe(ruleRunsOn(weekends, on))
      }),
    )
  })
})
