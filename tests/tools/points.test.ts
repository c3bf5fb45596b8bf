import { pointsOf, sumOf } from '../../tools/bench/points'

const GIGABYTE = 1024 ** 3

describe('the points of calls', () => {
  test('ten thousand calls of one request each cost 200 for the database and 13.3 for the function', () => {
    const { database, calls } = pointsOf({ requests: 1, replyBytes: 0 }, 10_000)
    expect(database).toBeCloseTo(200)
    expect(calls).toBeCloseTo(13.3)
  })

  test('requests count each, calls but once', () => {
    const one = pointsOf({ requests: 1, replyBytes: 0 }, 100)
    const seven = pointsOf({ requests: 7, replyBytes: 0 }, 100)
    expect(seven.database).toBeCloseTo(7 * one.database)
    expect(seven.calls).toBe(one.calls)
  })

  test('a call is billed for 256 MB during 100 ms: forty make a gigabyte-second', () => {
    expect(pointsOf({ requests: 0, replyBytes: 0 }, 40).compute).toBeCloseTo(0.111)
  })

  test('a gigabyte of replies costs 800', () => {
    expect(pointsOf({ requests: 0, replyBytes: GIGABYTE / 4 }, 4).traffic).toBeCloseTo(800)
  })

  test('the total is the sum of the parts, and of a day the sum of its lines', () => {
    const like = pointsOf({ requests: 7, replyBytes: 80 }, 2_000)
    const feed = pointsOf({ requests: 3, replyBytes: 12_000 }, 3_000)
    expect(like.total).toBeCloseTo(like.database + like.calls + like.compute + like.traffic)
    const day = sumOf([like, feed])
    expect(day.database).toBeCloseTo(like.database + feed.database)
    expect(day.total).toBeCloseTo(like.total + feed.total)
  })

  test('no line, no points', () => {
    expect(sumOf([])).toEqual({ database: 0, calls: 0, compute: 0, traffic: 0, total: 0 })
  })
})
