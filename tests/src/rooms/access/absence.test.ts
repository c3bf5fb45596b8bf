import { absenceAfter, toLending, withOrWithout } from '@/rooms/access/absence'

const shown = (scopeId: string | null) => ({ role: 'president' as const, scopeId })
const [photo, tennis] = [shown('a-photo'), shown('a-tennis')]
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
  expect(toLending('VC000001', [photo], { from: '2026-11-24', to: '2026-11-26' })).toEqual({
    toEmployeeId: 'VC000001',
    grants: [{ role: 'president', scopeId: 'a-photo' }],
    startsAt,
    endsAt: Date.parse('2026-11-27T00:00:00+08:00'),
  })
  expect(toLending('VC000001', [photo], { from: '2026-11-24', to: undefined })).toEqual({
    toEmployeeId: 'VC000001',
    grants: [{ role: 'president', scopeId: 'a-photo' }],
    startsAt,
    endsAt: Date.parse('2026-11-25T00:00:00+08:00'),
  })
  expect(toLending('VC000001', [photo], none)).toBeUndefined()
})

test('a role is left out and taken in again by what it is of; without any nothing goes out', () => {
  const days = { from: '2026-11-24', to: '2026-11-24' } as const
  expect(withOrWithout([photo], shown('a-tennis'))).toEqual([photo, tennis])
  expect(withOrWithout([photo, tennis], shown('a-photo'))).toEqual([tennis])
  expect(toLending('VC000001', [{ role: 'hr', scopeId: null }], days)?.grants).toEqual([{ role: 'hr' }])
  expect(toLending('VC000001', [], days)).toBeUndefined()
})
