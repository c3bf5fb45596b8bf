import { auditSessions } from '../../tools/audit/seats'

const session = (_id: string, taken: number) => ({ _id, capacity: 2, taken, reservations: [], returned: [] })
const place = (sessionId: string, employeeId: string, more: object = {}) => ({
  ...{ _id: `${sessionId}:${employeeId}`, sessionId, turn: 1, party: 1 },
  ...{ state: 'confirmed', seats: 'held', ...more },
})

test('the audit names each session whose seats are not those of its places', () => {
  const cloud: Record<string, unknown[]> = {
    booking_sessions: [session('sound', 1), session('lost', 2), session('empty', 0), session('crowded', 3)],
    booking_places: [
      place('sound', 'VC000001'),
      place('lost', 'VC000001'),
      place('lost', 'VC000002', { state: 'cancelled', seats: 'none' }),
      ...['1', '2', '3'].map(number => place('crowded', `VC00000${number}`)),
    ],
  }
  expect(auditSessions(name => cloud[name] ?? [])).toEqual([
    '  lost  seats: expected 1, found 2',
    '  crowded  capacity: expected 2, found 3',
  ])
})
