import { deliveredRules, type HappyHour } from '@domain/coin/rules'
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

const [morning, evening] = deliveredRules.happyHours as [HappyHour, HappyHour]
const noon = { ...morning, fromMinute: 720, toMinute: 780 }
const withHours = (number: number, happyHours: readonly HappyHour[]) => ({
  ...version(number, true),
  happyHours,
})

test.each([
  {
    told: 'one that was added later runs since then, not since the first',
    versions: [withHours(4, [morning, noon]), withHours(3, [morning]), withHours(2, [])],
    runs: [
      { fromMinute: 420, since: 3_000, freeFrom: 2_000, beside: [noon] },
      { fromMinute: 720, since: 4_000, freeFrom: 0, beside: [morning, morning, morning, evening] },
    ],
  },
  {
    told: 'bringing more, or for other deeds, it is still the same',
    versions: [withHours(3, [{ ...noon, multiplier: 3 }]), withHours(2, [{ ...noon, reasons: [] }])],
    runs: [{ fromMinute: 720, since: 2_000, freeFrom: 0 }],
  },
  {
    told: 'on other weekdays it is another one, and ran before at its time',
    versions: [withHours(3, [noon]), withHours(2, [{ ...noon, weekdays: [1] }])],
    runs: [{ fromMinute: 720, since: 3_000, freeFrom: 3_000 }],
  },
  {
    told: 'one that paused runs since the pause, and is free only in it',
    versions: [withHours(4, [noon]), withHours(3, [morning]), withHours(2, [noon])],
    runs: [{ fromMinute: 720, since: 4_000, freeFrom: 3_000, beside: [morning] }],
  },
  {
    told: 'the delivered ones ran from the start',
    versions: [withHours(2, deliveredRules.happyHours)],
    runs: [
      { fromMinute: 420, since: null, freeFrom: 0 },
      { fromMinute: 1050, since: null, freeFrom: 0 },
    ],
  },
])('since when each Happy Hour runs: $told', ({ versions, runs }) => {
  expect(happyHoursOf(versions, 5_000).happyHours).toMatchObject(runs)
})
