import { mayPicture, mayTell } from '@domain/union/recap'

const event = { state: 'open', startsAt: 100, endsAt: 200 } as const
const nobody = { hosting: false, attended: false }
const host = { hosting: true, attended: false }
const guest = { hosting: false, attended: true }

test('its host tells how it was from its end on, if it took place', () => {
  expect([199, 200].map(now => mayTell(event, now))).toEqual([false, true])
  expect(mayTell({ ...event, state: 'closed' }, 200)).toBe(true)
  expect((['calledOff', 'proposed'] as const).map(state => mayTell({ ...event, state }, 300))).toEqual([
    false,
    false,
  ])
})

test('pictures come from whoever was checked in, and from its host once it has begun', () => {
  expect([99, 100].map(now => mayPicture(event, host, now))).toEqual([false, true])
  // Doors open before the beginning.
  expect(mayPicture(event, guest, 99)).toBe(true)
  expect(mayPicture(event, nobody, 300)).toBe(false)
  expect(mayPicture({ ...event, state: 'calledOff' }, guest, 300)).toBe(false)
})
