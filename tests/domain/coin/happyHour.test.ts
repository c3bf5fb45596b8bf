import { type CoinRules, deliveredRules, happyHourAt, happyHourToShow, rulesAt } from '@domain/coin/rules'

/** An instant by the clock on the wall in China. */
const china = (wall: string) => Date.parse(`${wall}+08:00`)
const multiplierAt = (wall: string) =>
  happyHourAt(deliveredRules.happyHours, 'forum.post', china(wall))?.multiplier ?? 1

describe('the Happy Hours as delivered', () => {
  test.each([
    ['2026-03-02T00:00:00.000', 1],
    ['2026-03-02T06:59:59.999', 1],
    ['2026-03-02T07:00:00.000', 2],
    ['2026-03-02T08:59:59.999', 2],
    ['2026-03-02T09:00:00.000', 1],
    ['2026-03-02T17:29:59.999', 1],
    ['2026-03-02T17:30:00.000', 2],
    ['2026-03-02T19:29:59.999', 2],
    ['2026-03-02T19:30:00.000', 1],
    ['2026-03-02T23:59:59.999', 1],
    // The UTC day is another one in both: the rules go by the day in China.
    ['2026-01-01T07:30:00.000', 2],
    ['2028-02-29T18:00:00.000', 2],
    // A Sunday.
    ['2026-03-01T07:00:00.000', 2],
  ])('at %s in China a post counts ×%i', (wall, multiplier) => {
    expect(multiplierAt(wall)).toBe(multiplier)
  })

  test('the process runs in UTC, so that nothing above was right by chance', () => {
    expect(new Date(0).getTimezoneOffset()).toBe(0)
  })
})

describe('windows that operations may set', () => {
  const at = china('2026-03-02T08:00:00')
  const window = (fromHour: number, toHour: number, multiplier: number) => ({
    fromMinute: fromHour * 60,
    toMinute: toHour * 60,
    multiplier,
    reasons: ['forum.post' as const],
    weekdays: [1],
  })

  test('overlapping ones do not stack: the best counts, in whatever order they stand', () => {
    const hours = [window(7, 9, 2), window(8, 10, 3), window(6, 12, 2)]
    expect(happyHourAt(hours, 'forum.post', at)?.multiplier).toBe(3)
    expect(happyHourAt([...hours].reverse(), 'forum.post', at)?.multiplier).toBe(3)
  })

  test('one for other reasons or other weekdays does not count', () => {
    expect(happyHourAt([window(7, 9, 2)], 'forum.comment', at)).toBeNull()
    expect(happyHourAt([window(7, 9, 2)], 'forum.post', china('2026-03-03T08:00:00'))).toBeNull()
  })

  test('one may last until midnight and not beyond', () => {
    const evening = [window(20, 24, 2)]
    expect(happyHourAt(evening, 'forum.post', china('2026-03-02T23:59:59.999'))).not.toBeNull()
    expect(happyHourAt(evening, 'forum.post', china('2026-03-03T00:00:00.000'))).toBeNull()
  })
})

describe('the strip', () => {
  const shown = (wall: string) => happyHourToShow(deliveredRules.happyHours, china(wall))

  test('announces a Happy Hour half an hour before, counts it down, and is gone at its end', () => {
    expect(shown('2026-03-02T06:29:59.999')).toBeNull()
    expect(shown('2026-03-02T06:30:00.000')).toMatchObject({ running: false, multiplier: 2 })
    expect(shown('2026-03-02T07:00:00.000')).toEqual({
      running: true,
      multiplier: 2,
      startsAt: china('2026-03-02T07:00:00'),
      endsAt: china('2026-03-02T09:00:00'),
    })
    expect(shown('2026-03-02T09:00:00.000')).toBeNull()
  })
})

describe('versions of the rules', () => {
  const version = (number: number, effective: string): CoinRules => ({
    ...deliveredRules,
    version: number,
    effectiveAt: china(effective),
  })
  const versions = [version(3, '2026-03-10T00:00:00'), version(2, '2026-03-05T00:00:00')]

  test.each([
    ['2026-03-04T23:59:59.999', 1],
    ['2026-03-05T00:00:00.000', 2],
    ['2026-03-10T00:00:00.000', 3],
  ])('at %s version %i is in force', (wall, number) => {
    expect(rulesAt(versions, china(wall)).version).toBe(number)
  })
})
