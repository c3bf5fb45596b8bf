import { deliveredRules } from '@domain/coin/rules'
import { type AnnouncedRules, happyHoursOf } from '@domain/coin/ruling'

const by = { employeeId: 'E1', name: '宁远' }
const version = (number: number, hours: boolean, withdrawn = false): AnnouncedRules => ({
  ...deliveredRules,
  version: number,
  effectiveAt: number * 1_000,
  happyHours: hours ? deliveredRules.happyHours : [],
  by,
  why: '试一试',
  announcedAt: 0,
  withdrawn: withdrawn ? { byId: 'E1', at: 1, why: '写错了' } : null,
})

test.each([
  { told: 'nothing was announced: it ran from the start', versions: [], since: null, runs: true },
  { told: 'switched off', versions: [version(2, false)], since: null, runs: false },
  { told: 'off, then on', versions: [version(3, true), version(2, false)], since: 3_000, runs: true },
  {
    told: 'off, then on but taken back before it started',
    versions: [version(3, true, true), version(2, false)],
    since: null,
    runs: false,
  },
  {
    told: 'off, on from tomorrow',
    versions: [version(9, true), version(2, false)],
    since: null,
    runs: false,
  },
  {
    told: 'off, on, and on with other hours',
    versions: [version(4, true), version(3, true), version(2, false)],
    since: 3_000,
    runs: true,
  },
])('since when there is a Happy Hour: $told', ({ versions, since, runs }) => {
  const found = happyHoursOf(versions, 5_000)
  expect(found.since).toBe(since)
  expect(found.happyHours.length > 0).toBe(runs)
})
