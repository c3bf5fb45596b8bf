import { absenceAfter, toLending } from '@/rooms/access/absence'

const none = { from: undefined, to: undefined }

test('the first tap begins, the second ends, a third begins anew', () => {
  const begun = absenceAfter(none, '2026-11-24')
  expect(begun).toEqual({ from: '2026-11-24', to: undefined })
  const ended = absenceAfter(begun, '2026-11-26')
  expect(ended).toEqual({ from: '2026-11-24', to: '2026-11-26' })
  expect(absenceAfter(ended, '2026-12-01')).toEqual({ from: '2026-12-01', to: undefined })
})

test('a second tap before the first begins anew', () => {
  expect(absenceAfter({ from: '2026-11-24', to: undefined }, '2026-11-20')).toEqual({
    from: '2026-11-20',
    to: undefined,
  })
})

test('days go out from the first moment of the first to the last of the last, in UTC+8', () => {
  const startsAt = Date.parse('2026-11-24T00:00:00+08:00')
  expect(toLending('VC000001', { from: '2026-11-24', to: '2026-11-26' })).toEqual({
    toEmployeeId: 'VC000001',
    startsAt,
    endsAt: Date.parse('2026-11-27T00:00:00+08:00'),
  })
  expect(toLending('VC000001', { from: '2026-11-24', to: undefined })).toEqual({
    toEmployeeId: 'VC000001',
    startsAt,
    endsAt: Date.parse('2026-11-25T00:00:00+08:00'),
  })
  expect(toLending('VC000001', none)).toBeUndefined()
})
