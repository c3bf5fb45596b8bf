import { yearOfService } from '@domain/identity/yearOfService'

test.each([
  ['2026-11-24T00:00:00+08:00', 1],
  ['2027-11-23T23:59:59+08:00', 1],
  ['2027-11-24T00:00:00+08:00', 2],
  ['2033-05-01T12:00:00+08:00', 7],
])('whoever joined on 24 November 2026 is at %s in year %i', (at, year) => {
  expect(yearOfService('2026-11-24', Date.parse(at))).toBe(year)
})
