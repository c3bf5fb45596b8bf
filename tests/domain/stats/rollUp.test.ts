import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import { daysOf, happenedAt, LATE_MAX_MS, SAME_HOUR_MAX } from '@domain/stats/events'
import { trafficOf } from '@domain/stats/rollUp'
import fc from 'fast-check'

const ON = '2019-02-28'
const FROM = startOfDay(ON) - DAY_MS / 2

const event = fc.record({
  kind: fc.constantFrom('visit' as const, 'view' as const, 'action' as const),
  what: fc.constantFrom('forum/post', 'pages/home', 'forum.likePost'),
  at: fc.integer({ min: FROM, max: FROM + 2 * DAY_MS }),
})
const batches = fc
  .array(
    fc.record({
      who: fc.constantFrom('a', 'b', 'c', 'd'),
      department: fc.constantFrom('总装', '焊装'),
      visitId: fc.constantFrom('v1', 'v2', 'v3'),
      events: fc.array(event, { maxLength: 6 }),
    }),
    { maxLength: 12 },
  )
  .map(told => {
    const numbers = new Map<string, number>()
    return told.map((batch, index) => ({
      ...batch,
      _id: String(index),
      department: batch.who < 'c' ? '总装' : '焊装',
      events: batch.events.map(one => {
        const visit = `${batch.who} ${batch.visitId}`
        const number = numbers.get(visit) ?? 0
        numbers.set(visit, number + 1)
        return { ...one, number }
      }),
    }))
  })

test('a day’s figures are what counting every event one by one gives, whatever comes twice and in whatever order', () => {
  fc.assert(
    fc.property(batches, fc.array(fc.nat(20), { maxLength: 8 }), (told, again) => {
      const repeated = again.flatMap(index => told[index] ?? [])
      const traffic = trafficOf(ON, [...repeated, ...told].reverse())
      const all = told.flatMap(({ events, ...batch }) => events.map(one => ({ ...batch, ...one })))
      const today = all.filter(({ at }) => dayOf(at) === ON)
      const visits = today.filter(({ kind }) => kind === 'visit')
      expect(traffic.visits).toBe(visits.length)
      expect(traffic.views).toBe(today.filter(({ kind }) => kind === 'view').length)
      expect(traffic.visited).toEqual([...new Set(today.map(({ who }) => who))].sort())
      for (const hour of traffic.hours) {
        const start = startOfDay(ON) + hour.hour * HOUR_MS
        const own = today.filter(({ at }) => start <= at && at < start + HOUR_MS)
        expect(hour.visits).toBe(own.filter(({ kind }) => kind === 'visit').length)
        expect(hour.visitors).toBe(new Set(own.map(({ who }) => who)).size)
        expect(hour.visitsFirstHalf).toBe(
          own.filter(({ kind, at }) => kind === 'visit' && at < start + 30 * MINUTE_MS).length,
        )
      }
      expect(traffic.byHalfHour.reduce((sum, count) => sum + count, 0)).toBe(visits.length)
      expect(traffic.hours.reduce((sum, hour) => sum + hour.views, 0)).toBe(traffic.views)
      expect(traffic.departments.reduce((sum, one) => sum + one.visits, 0)).toBe(visits.length)
    }),
  )
})

test('a batch around midnight counts on both days, each event once', () => {
  const at = startOfDay(ON)
  const events = [
    { kind: 'visit' as const, what: 'pages/home', number: 0, at: at - 1 },
    { kind: 'view' as const, what: 'forum/post', number: 1, at },
  ]
  const batch = { _id: '1', who: 'a', department: '总装', visitId: 'v', events }
  expect(daysOf(events)).toEqual(['2019-02-27', ON])
  expect(trafficOf('2019-02-27', [batch])).toMatchObject({ visits: 1, views: 0 })
  expect(trafficOf(ON, [batch])).toMatchObject({ visits: 0, views: 1, read: ['a'] })
})

test('whatever one person’s phone claims, it adds no more in an hour than a hand can do, and takes nothing from others', () => {
  const at = startOfDay(ON) + 7 * HOUR_MS
  const claimed = Array.from({ length: 50 }, (_, batch) => ({
    _id: `claimed-${batch}`,
    who: 'a',
    department: '总装',
    visitId: `v${batch}`,
    events: Array.from({ length: 60 }, (_, number) => ({
      kind: number % 2 === 0 ? ('visit' as const) : ('action' as const),
      what: number % 2 === 0 ? 'pages/app' : 'forum.likePost',
      number,
      at: at + ((batch * 7 + number) % 59) * MINUTE_MS,
    })),
  }))
  const honest = {
    _id: 'honest',
    who: 'b',
    department: '焊装',
    visitId: 'v',
    events: [{ kind: 'visit' as const, what: 'pages/app', number: 0, at }],
  }
  const traffic = trafficOf(ON, [...claimed, honest])
  expect(traffic).toMatchObject({
    visits: SAME_HOUR_MAX.visit + 1,
    likes: SAME_HOUR_MAX.action,
    visited: ['a', 'b'],
  })
  expect(traffic.departments).toMatchObject([{ visits: 12 }, { visits: 1 }])
  expect(trafficOf(ON, [honest, ...claimed].reverse())).toEqual(traffic)
  // The next hour is a new one: somebody who was there all day counts all day.
  const later = { ...honest, _id: 'later', who: 'a', visitId: 'later', department: '总装' }
  const next = { ...later, events: later.events.map(one => ({ ...one, at: at + HOUR_MS })) }
  expect(trafficOf(ON, [...claimed, honest, next]).visits).toBe(traffic.visits + 1)
})

test('the phone’s word for when it was is bounded by the server’s clock', () => {
  const now = startOfDay(ON)
  expect(happenedAt(-5, now)).toBe(now)
  expect(happenedAt(60, now)).toBe(now - MINUTE_MS)
  expect(happenedAt(LATE_MAX_MS / 1_000, now)).toBe(now - LATE_MAX_MS)
  expect(happenedAt(LATE_MAX_MS / 1_000 + 1, now)).toBeNull()
})
