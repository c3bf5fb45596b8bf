import { pointOf, sayPoint } from '@/rooms/coordinates'

it.each([
  ['31.2896, 121.1635', { latitude: 31.2896, longitude: 121.1635 }],
  [' 31.2896，121.1635 ', { latitude: 31.2896, longitude: 121.1635 }],
  ['-33 151', { latitude: -33, longitude: 151 }],
  ['121.1635, 31.2896', null],
  ['31.2896', null],
  ['31.2896, 181', null],
  ['滴水湖', null],
  ['', null],
])('reads %j as a map writes it', (text, expected) => {
  expect(pointOf(text)).toEqual(expected)
})

it('says a point so that it can be read again', () => {
  const point = { latitude: 31.2896, longitude: 121.1635 }
  expect(pointOf(sayPoint(point))).toEqual(point)
})
