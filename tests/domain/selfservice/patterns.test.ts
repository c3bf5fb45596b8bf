import { columnsOf, commonStops, guessedDirections, placesIn } from '@domain/selfservice/patterns'
import fc from 'fast-check'

test.each([
  [['abcd'], 'abcd'],
  [['abcd', 'acd'], 'abcd'],
  [['acd', 'abcd'], 'abcd'],
  [['abad', 'abd'], 'abad'],
  [['abd', 'acd'], 'abcd'],
])('the columns of %j are %s', (ways, expected) => {
  expect(columnsOf(ways.map(way => [...way])).join('')).toBe(expected)
})

test('every trip is a part of the columns, in order', () => {
  const way = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(way, { minLength: 1, maxLength: 6 }), ways => {
      const columns = columnsOf(ways)
      for (const own of ways) {
        const places = placesIn(columns, own)
        expect(places?.map(at => columns[at])).toEqual(own)
        expect([...(places ?? [])].sort((a, b) => a - b)).toEqual(places)
      }
      expect(columns.length).toBeLessThanOrEqual(ways.reduce((sum, own) => sum + own.length, 0))
    }),
  )
})

test('a way in the other order goes back, a part of the first goes there', () => {
  const ways = ['abcdef', 'fedcba', 'abef', 'fdba', 'xyz'].map(way => [...way])
  expect(guessedDirections(ways)).toEqual(['0', '1', '0', '1', '0'])
  expect(commonStops([...'abcd'], [...'dbca'])).toBe(2)
})
