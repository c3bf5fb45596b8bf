import { offerStanding } from '@domain/notice/offer'

const EXPIRES_AT = Date.parse('2026-11-24T21:38:00+08:00')

it.each([
  ['is open until it is over', null, EXPIRES_AT - 1, 'open'],
  ['is over at that moment, also where nobody has noted it', null, EXPIRES_AT, 'over'],
  ['stays what was answered', 'accepted', EXPIRES_AT + 1, 'accepted'],
  ['stays declined', 'declined', EXPIRES_AT - 1, 'declined'],
  ['is over before its time where the seat is gone', 'over', EXPIRES_AT - 1, 'over'],
] as const)('an offer %s', (_name, answer, now, expected) => {
  expect(offerStanding({ expiresAt: EXPIRES_AT, answer }, now)).toBe(expected)
})
