import { quarterFrom, reachOf } from '@domain/coin/budget'
import { deliveredRules } from '@domain/coin/rules'
import { type AnnouncedRules, rulesFromStored, storedRules } from '@domain/coin/ruling'

const announced: AnnouncedRules = {
  ...deliveredRules,
  version: 2,
  effectiveAt: 1_000,
  earning: {
    ...deliveredRules.earning,
    'forum.post': { base: 9, perDayMax: 90, experience: { base: 1, perDayMax: 9 } },
  },
  by: { employeeId: 'VC019688', name: '梁秋实' },
  why: '试一试',
  announcedAt: 0,
  withdrawn: null,
}

/** Every name of a field, however deep. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}

test('a version is stored without a dot in the name of any field, and comes back the same', () => {
  const stored = storedRules(announced)
  expect(namesIn(stored).filter(name => name.includes('.'))).toEqual([])
  expect(rulesFromStored(stored)).toEqual(announced)
})

test('a reason that came after a version was written counts as it was delivered', () => {
  const { rows = [], ...rest } = storedRules(announced)
  const older = { ...rest, rows: rows.filter(({ reason }) => reason !== 'live.won') }
  const read = rulesFromStored(older)
  expect(read.earning['live.won']).toEqual(deliveredRules.earning['live.won'])
  expect(read.earning['forum.post'].base).toBe(9)
})

test('a budget reaches as far as what is left of it pays for days, and no farther than its quarter', () => {
  expect(['2026-01-01', '2026-11-24', '2026-12-31'].map(quarterFrom)).toEqual([
    '2026-01-01',
    '2026-10-01',
    '2026-10-01',
  ])
  expect(reachOf(1_000, 400, 100, '2026-11-24')).toEqual({ left: 600, until: '2026-11-29' })
  expect(reachOf(1_000, 400, 16, '2026-11-24')).toEqual({ left: 600, until: '2026-12-30' })
  expect(reachOf(1_000, 400, 15, '2026-11-24').until).toBeNull()
  expect(reachOf(1_000, 400, 0, '2026-11-24').until).toBeNull()
  expect(reachOf(1_000, 1_200, 100, '2026-11-24')).toEqual({ left: 0, until: '2026-11-23' })
})
