import { isMeant } from '@domain/brand/account'
import { areInOrder, chapterAt, sayLength, secondsOf } from '@domain/brand/film'
import { history, safety, sustainability } from '@domain/brand/story'

test.each([
  [[0, 40, 90], 120, true],
  [[0], 1, true],
  [[], 60, true],
  [[5, 40], 120, false],
  [[0, 40, 40], 120, false],
  [[0, 120], 120, false],
])('chapters at %p of a film of %i s are in order: %p', (starts, seconds, expected) => {
  expect(
    areInOrder(
      starts.map(atSeconds => ({ atSeconds })),
      seconds,
    ),
  ).toBe(expected)
})

test.each([
  [5, '0:05'],
  [245, '4:05'],
  [3_845, '1:04:05'],
])('%i s is said as %s, and read back', (seconds, said) => {
  expect(sayLength(seconds)).toBe(said)
  expect(secondsOf(said)).toBe(seconds)
})

test.each(['', '4:65', 'a', '1:2:3:4', '-4', '1.5'])('%p is no length', typed => {
  expect(secondsOf(typed)).toBeNull()
})

test('a length may be typed with the colon of a Chinese keyboard', () => {
  expect(secondsOf(' 4：05 ')).toBe(245)
})

const chengdu = { name: '沃在成都', purpose: '成都工厂', intro: '产线上的新鲜事', pinyin: 'wo zai cheng du' }

test.each(['成都', 'chengdu', 'wzcd', '工厂', 'Cheng Du', '新鲜'])(
  '%s means the account of Chengdu',
  typed => {
    expect(isMeant(chengdu, typed)).toBe(true)
  },
)

test.each(['大庆', 'dq', '视频'])('%s does not', typed => {
  expect(isMeant(chengdu, typed)).toBe(false)
})

test.each(Object.entries({ history, safety, sustainability }))(
  'the %s is told in its order',
  (_part, told) => {
    const years = told.map(({ year }) => year)
    expect(years).toEqual([...years].sort((one, other) => one - other))
  },
)

test('a film is in the chapter that began last, and in none before it has begun', () => {
  const chapters = [{ atSeconds: 0 }, { atSeconds: 110 }, { atSeconds: 210 }]
  expect([null, 0, 109, 110, 209, 400].map(at => chapterAt(chapters, at))).toEqual([null, 0, 0, 1, 1, 2])
  expect(chapterAt([], 5)).toBeNull()
})
