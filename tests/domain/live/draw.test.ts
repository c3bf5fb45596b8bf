import { createHash } from 'node:crypto'
import {
  checkDraw,
  closingOf,
  commitmentOf,
  drawnOrder,
  isDisclosed,
  listHashOf,
  nextDrawState,
  winnersOf,
} from '@domain/live/draw'
import fc from 'fast-check'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const seed = 'a'.repeat(64)
const codes = ['0f', '1e', '2d', '3c', '4b', '5a']
const prizes = [{ count: 1 }, { count: 2 }]
const shown = () => ({
  commitment: commitmentOf(seed),
  seed,
  codes,
  listHash: listHashOf(codes),
  prizes,
  winners: winnersOf(seed, codes, prizes),
})

test('the phone hashes as the server does: commitment, list and order are plain SHA-256', () => {
  expect(commitmentOf(seed)).toBe(sha256(seed))
  expect(listHashOf([...codes].reverse())).toBe(sha256(codes.join('\n')))
  const score = (code: string) => sha256(`${seed}:${sha256(codes.join('\n'))}:${code}`)
  const expected = [...codes].sort((a, b) => (score(a) < score(b) ? -1 : 1))
  expect(drawnOrder(seed, codes)).toEqual(expected)
})

test('prizes are taken in their order, each by one, and no more than there are people', () => {
  const order = drawnOrder(seed, codes)
  expect(winnersOf(seed, codes, prizes)).toEqual([
    { code: order[0], prize: 0 },
    { code: order[1], prize: 1 },
    { code: order[2], prize: 1 },
  ])
  expect(winnersOf(seed, ['0f'], prizes)).toEqual([{ code: '0f', prize: 0 }])
})

test('everybody wins about as often as everybody else', () => {
  const wins = new Map(codes.map(code => [code, 0]))
  for (let time = 0; time < 600; time += 1) {
    const [first = ''] = drawnOrder(sha256(String(time)), codes)
    wins.set(first, (wins.get(first) ?? 0) + 1)
  }
  for (const count of wins.values()) expect(Math.abs(count - 100)).toBeLessThan(40)
})

test('doing it again finds every change of seed, list, prizes and winners', () => {
  expect(checkDraw(shown())).toEqual({ seed: true, list: true, winners: true })
  expect(checkDraw({ ...shown(), seed: 'b'.repeat(64) })).toMatchObject({ seed: false, winners: false })
  expect(checkDraw({ ...shown(), codes: [...codes, '69'] })).toMatchObject({ list: false })
  expect(checkDraw({ ...shown(), prizes: [{ count: 4 }] })).toMatchObject({ winners: false })
  const [first, second, ...rest] = shown().winners
  const swapped = [second, first, ...rest].flatMap(one => one ?? [])
  expect(checkDraw({ ...shown(), winners: swapped })).toMatchObject({
    seed: true,
    list: true,
    winners: false,
  })
})

test('the order of the list says nothing: the same people are the same draw', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), list => {
      expect(drawnOrder(seed, [...list].reverse())).toEqual(drawnOrder(seed, list))
    }),
  )
})

test('a draw is closed once and drawn once', () => {
  expect([nextDrawState('open', 'close'), nextDrawState('closed', 'draw')]).toEqual(['closed', 'drawn'])
  expect([
    nextDrawState('open', 'draw'),
    nextDrawState('closed', 'close'),
    nextDrawState('drawn', 'draw'),
    nextDrawState('drawn', 'close'),
  ]).toEqual([null, null, null, null])
})

test('a list with nobody on it is closed when all is over, for good, and anybody can check that too', () => {
  expect([closingOf(3, false), closingOf(3, true)]).toEqual(['close', 'close'])
  expect([closingOf(0, false), closingOf(0, true)]).toEqual([null, 'closeEmpty'])
  expect(nextDrawState('open', 'closeEmpty')).toBe('nobody')
  for (const action of ['close', 'closeEmpty', 'draw', 'giveUp'] as const)
    expect(nextDrawState('nobody', action)).toBeNull()
  expect([isDisclosed('nobody'), isDisclosed('drawn'), isDisclosed('closed')]).toEqual([true, true, false])
  const empty = { ...shown(), codes: [], listHash: listHashOf([]), winners: [] }
  expect(checkDraw(empty)).toEqual({ seed: true, list: true, winners: true })
})
