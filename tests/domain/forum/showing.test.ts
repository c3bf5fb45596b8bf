import { isThere, type Showing, showingAt, withShowing } from '@domain/forum/showing'

const showing = (broadcastId: string, startsAt: number, replayFrom: number | null = null): Showing => ({
  broadcastId,
  title: broadcastId,
  shownFrom: 0,
  startsAt,
  endsAt: startsAt + 10,
  replayFrom,
})

test('a topic leads to what is on, else to what begins next, else to what can be seen again since last', () => {
  const all = [
    showing('first', 10, 20),
    showing('second', 40, 55),
    showing('third', 80),
    showing('fourth', 90),
  ]
  const at = (now: number) => {
    const found = showingAt(all, now)
    return found && [found.broadcastId, found.status]
  }
  expect(at(5)).toEqual(['first', 'before'])
  expect(at(15)).toEqual(['first', 'live'])
  expect(at(25)).toEqual(['second', 'before'])
  expect(at(85)).toEqual(['third', 'live'])
  expect(at(100)).toEqual(['second', 'replay'])
  expect(showingAt([showing('over', 10)], 30)).toBeNull()
  expect(showingAt([{ ...showing('later', 50), shownFrom: 40 }], 30)).toBeNull()
})

test('a topic keeps each broadcast once, of many what is on, what comes next and what was over last', () => {
  const many = [1, 2, 3, 4, 5, 6].map(day => showing(`day${day}`, day * 100))
  const told = (before: Showing[], one: Showing, at: number) =>
    withShowing(before, { broadcastId: one.broadcastId, showing: one, at })
  const keptAt = (at: number) => many.reduce<Showing[]>((before, one) => told(before, one, at), [])
  const days = (kept: Showing[]) => kept.map(({ broadcastId }) => broadcastId.replace('day', '')).join('')
  expect(days(keptAt(900))).toBe('23456')
  expect(days(keptAt(105))).toBe('12345')
  expect(days(keptAt(110))).toBe('23456')
  expect(showingAt(keptAt(105), 105)).toMatchObject({ broadcastId: 'day1', status: 'live' })
  const kept = keptAt(310)
  expect(days(told(kept, showing('day2', 700), 310))).toBe('34562')
  expect(withShowing(kept, { broadcastId: 'day6', showing: null, at: 310 })).toHaveLength(4)
})

test('a topic that only a broadcast has made is there from when that is shown', () => {
  const later = { ...showing('later', 50), shownFrom: 40 }
  expect(isThere({ announced: true, showings: [later] }, 39)).toBe(false)
  expect(isThere({ announced: true, showings: [later] }, 40)).toBe(true)
  expect(isThere({ announced: true, showings: [] }, 40)).toBe(false)
  expect(isThere({ showings: [later] }, 39)).toBe(true)
})
