import { type Showing, showingAt, withShowing } from '@domain/forum/showing'

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

test('a topic keeps each broadcast once, of many those that end last', () => {
  const many = [1, 2, 3, 4, 5, 6].map(day => showing(`day${day}`, day * 100))
  const kept = many.reduce<Showing[]>((before, one) => withShowing(before, one.broadcastId, one), [])
  expect(kept.map(({ broadcastId }) => broadcastId)).toEqual(['day2', 'day3', 'day4', 'day5', 'day6'])
  const moved = withShowing(kept, 'day2', showing('day2', 700))
  expect(moved.map(({ broadcastId }) => broadcastId)).toEqual(['day3', 'day4', 'day5', 'day6', 'day2'])
  expect(withShowing(kept, 'day6', null)).toHaveLength(4)
})
