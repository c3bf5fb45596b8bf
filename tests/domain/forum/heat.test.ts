import { heatKeyOf, heatOf, whyHot } from '@domain/forum/heat'
import { TENFOLD_MS } from '@domain/forum/heatPoints'
import fc from 'fast-check'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const postedAt = at('2026-03-02T12:00')
const quiet = { likes: 0, comments: 0, favourites: 0 }
const facts = fc.record({
  likes: fc.nat(10_000),
  comments: fc.nat(10_000),
  favourites: fc.nat(1_000),
  postedAt: fc.integer({ min: 0, max: at('2030-01-01T00:00') }),
})

interface Case {
  name: string
  /** The expected order, the hottest first. */
  posts: { likes?: number; comments?: number; favourites?: number; at: string }[]
}

const cases: Case[] = [
  {
    name: 'of two that nobody has talked about the newer one',
    posts: [{ at: '2026-11-24T09:00' }, { at: '2026-11-24T08:59' }],
  },
  {
    name: 'a post of Friday evening before a quieter one of Monday morning',
    posts: [
      { likes: 12, at: '2026-11-20T18:00' },
      { likes: 5, at: '2026-11-23T08:00' },
    ],
  },
  {
    name: 'and behind one of Monday morning that is talked about as much',
    posts: [
      { likes: 12, at: '2026-11-23T08:00' },
      { likes: 12, at: '2026-11-20T18:00' },
    ],
  },
  {
    name: 'a night costs nothing: 20:00 and 7:00 are the same moment',
    posts: [
      { likes: 3, at: '2026-11-23T20:00' },
      { likes: 2, at: '2026-11-24T07:00' },
    ],
  },
  {
    name: 'a post from before the holiday before a quieter one from after it',
    posts: [
      { likes: 4, at: '2025-09-30T19:30' },
      { likes: 2, at: '2025-10-09T08:00' },
    ],
  },
  {
    name: 'ten times the points against one working day: the newer of equals',
    posts: [
      { likes: 11, at: '2026-11-24T09:00' },
      { likes: 100, at: '2026-11-23T09:00' },
    ],
  },
  {
    name: 'talk weighs more than likes, and keeping more than talk',
    posts: [
      { favourites: 4, at: '2026-11-24T09:00' },
      { comments: 5, at: '2026-11-24T09:00' },
      { likes: 9, at: '2026-11-24T09:00' },
    ],
  },
]

test.each(cases)('$name', ({ posts }) => {
  const keys = posts.map(({ at: iso, ...counts }, index) => {
    const id = `post-${posts.length - index}`
    return heatKeyOf(id, { ...quiet, ...counts, postedAt: at(iso) })
  })
  expect([...keys].sort().reverse()).toEqual(keys)
})

test('no waiting changes an order: the same keys, whenever they are looked at', () => {
  const older = { ...quiet, likes: 30, postedAt: at('2026-11-20T18:00') }
  const newer = { ...quiet, likes: 5, postedAt: at('2026-11-23T08:00') }
  const first = Math.sign(heatOf(older) - heatOf(newer))
  for (const now of ['2026-11-23T08:01', '2026-11-23T19:00', '2026-11-27T12:00', '2027-01-04T12:00'])
    expect(Math.sign(whyHot(older, at(now)).heat - whyHot(newer, at(now)).heat)).toBe(first)
})

test('the reasons add up', () => {
  const counts = { likes: 86, comments: 32, favourites: 12 }
  const reasons = whyHot({ ...counts, postedAt: at('2026-11-23T18:00') }, at('2026-11-24T10:00'))
  expect(reasons).toMatchObject({ ...counts, points: 186, workingHours: 5 })
  expect(reasons.heat).toBeCloseTo(186 * 10 ** (-5 / 13), 9)
})

test('keys sort as text as heats sort as numbers', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      fc.pre(Math.abs(heatOf(one) - heatOf(other)) > 1e-5)
      expect(heatKeyOf('a', one) < heatKeyOf('b', other)).toBe(heatOf(one) < heatOf(other))
    }),
  )
})

test('equally hot posts have different keys, so that no page loses one', () => {
  const same = { ...quiet, likes: 3, comments: 1, postedAt }
  expect(heatKeyOf('a', same)).not.toBe(heatKeyOf('b', same))
})

test('ten times the points weigh as much as a working day', () => {
  expect(TENFOLD_MS).toBe(13 * 3_600_000)
  const talked = heatOf({ ...quiet, likes: 100, postedAt: at('2026-11-23T09:00') })
  expect(heatOf({ ...quiet, likes: 10, postedAt: at('2026-11-24T09:00') })).toBeCloseTo(talked, 9)
})
