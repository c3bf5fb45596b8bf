import { clashWith, fullWeeks, isOneTooMany } from '@domain/booking/ownPlans'

const at = (clock: string) => Date.parse(`${clock}:00+08:00`)
const place = (clock: string, state: 'confirmed' | 'cancelled' | 'attended', slot = clock) => ({
  sessionId: `course:gym.yoga:${slot.replace(/:/, '')}`,
  startsAt: at(clock),
  state,
})

test('a week is full by what stands in it or was, from its Monday to its Sunday', () => {
  const own = [
    place('2026-11-16T07:00', 'attended'),
    place('2026-11-22T20:00', 'confirmed'),
    place('2026-11-23T07:00', 'confirmed'),
    place('2026-11-24T07:00', 'cancelled'),
  ]
  expect(fullWeeks(own, 2)).toEqual(['2026-11-16'])
  expect(fullWeeks(own, 1)).toEqual(['2026-11-16', '2026-11-23'])
  expect(fullWeeks([], 1)).toEqual([])
})

test('a lesson that was moved into another week counts in the one that the timetable has it in', () => {
  const moved = place('2026-11-23T07:00', 'confirmed', '2026-11-22T20:00')
  expect(fullWeeks([moved], 1)).toEqual(['2026-11-16'])
})

test('a plan stands against what begins before it ends', () => {
  const yoga = { title: '瑜伽', startsAt: at('2026-11-19T12:15'), endsAt: at('2026-11-19T13:15') }
  const slot = (from: string, to: string) => ({
    startsAt: at(`2026-11-19T${from}`),
    endsAt: at(`2026-11-19T${to}`),
  })
  expect(clashWith([yoga], slot('13:00', '14:00'))).toBe(yoga)
  expect(clashWith([yoga], slot('12:30', '12:45'))).toBe(yoga)
  expect(clashWith([yoga], slot('13:15', '14:00'))).toBeUndefined()
  expect(clashWith([yoga], slot('11:15', '12:15'))).toBeUndefined()
})

test('one more at a time is one too many where as many as may be stand then already', () => {
  const hour = (from: number) => ({
    startsAt: at(`2026-11-19T${from}:00`),
    endsAt: at(`2026-11-19T${from + 1}:00`),
  })
  expect(isOneTooMany([hour(12)], hour(12), 1)).toBe(true)
  expect(isOneTooMany([hour(12)], hour(12), 2)).toBe(false)
  expect(isOneTooMany([hour(12), hour(12)], hour(12), 2)).toBe(true)
  expect(isOneTooMany([hour(12), hour(13)], hour(14), 1)).toBe(false)
})
