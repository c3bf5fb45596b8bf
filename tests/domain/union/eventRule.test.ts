import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { changesToAsk, eventFlowOf } from '@domain/union/eventRule'

test.each([
  ['a free one of a hundred seats', { fee: 0, capacity: 100 }, []],
  ['one more seat', { fee: 0, capacity: 101 }, ['unionOfficer']],
  ['a coin of a fee', { fee: 1, capacity: 1 }, ['unionOfficer']],
])('%s', (_name, event, roles) => {
  expect(eventFlowOf(event).map(({ role }) => role)).toEqual(roles)
})

describe('a change of an event that the union has agreed to', () => {
  const startsAt = Date.parse('2026-11-28T08:30:00+08:00')
  const agreed = { capacity: 120, venue: { name: '滴水湖站 2 号口', address: '' }, startsAt }

  it.each([
    ['nothing', {}, []],
    ['fewer seats', { capacity: 80 }, []],
    ['more seats', { capacity: 121 }, ['名额']],
    ['another hour of the day', { startsAt: startsAt + 3 * HOUR_MS }, []],
    ['another day', { startsAt: startsAt + DAY_MS }, ['日期']],
    ['another place', { venue: { name: '世纪公园 7 号门' } }, ['地点']],
    ['another address', { venue: { name: '滴水湖站 2 号口', address: '环湖西一路 1 号' } }, ['地点']],
    ['an address that is left out', { venue: { name: '滴水湖站 2 号口' } }, []],
    [
      'all of it',
      { capacity: 2_000, startsAt: startsAt + DAY_MS, venue: { name: '苏州' } },
      ['名额', '地点', '日期'],
    ],
  ])('asks again for %s', (_name, more, expected) => {
    expect(changesToAsk(agreed, { ...agreed, ...more })).toEqual(expected)
  })
})
