import { SAME_VISIT_MS, visitsAfter } from '@/rooms/forum/useLastVisit'

const HOUR_MS = 3_600_000

it('marks nothing for somebody who has never been here', () =>
  expect(visitsAfter(null, HOUR_MS)).toEqual({ seenUntil: HOUR_MS, lastAt: HOUR_MS }))

it('has seen what was there at the last visit, and goes on showing so while this one lasts', () => {
  const back = visitsAfter({ seenUntil: 0, lastAt: HOUR_MS }, 2 * HOUR_MS)
  expect(back).toEqual({ seenUntil: HOUR_MS, lastAt: 2 * HOUR_MS })
  const looking = visitsAfter(back, 2 * HOUR_MS + SAME_VISIT_MS - 1)
  expect(looking.seenUntil).toBe(HOUR_MS)
  expect(visitsAfter(looking, looking.lastAt + SAME_VISIT_MS).seenUntil).toBe(looking.lastAt)
})

it('forgets nothing when an older answer is shown again', () => {
  const before = { seenUntil: HOUR_MS, lastAt: 2 * HOUR_MS }
  expect(visitsAfter(before, 2 * HOUR_MS - 1)).toEqual(before)
})
