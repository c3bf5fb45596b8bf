import { again } from '../../support/again'
import {
  inState,
  joinEvent,
  leave,
  newEvent,
  newGuests,
  sessionIn,
  startBookingCloud,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'

const SEATS = 30
const LEAVING = 10
const CROWD_MS = 180_000

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud({ workers: 4 })
})
afterAll(() => cloud.close())

/** At every request once, whoever is there first: right before it is executed, and right after. */
async function killAtEveryStep(name: string, procedure: string, steps: number): Promise<void> {
  for (let after = 1; after <= steps; after += 1) {
    for (const when of ['before', 'after'] as const)
      await cloud.fault({ function: { name, procedure, mode: 'kill', after, when } })
  }
}

/** One request in twenty of a transaction meets a conflict, so many times. */
const disturb = () =>
  cloud.fault({
    database: { collection: 'booking_places', mode: 'conflict', rate: 0.05, seed: 7, times: 40 },
  })

/** Works while the timer goes round. */
async function whileTending<T>(work: Promise<T>): Promise<T> {
  let isOver = false
  const tending = (async () => {
    while (!isOver) await cloud.timer('booking', 'tend')
  })()
  const result = await work.finally(() => {
    isOver = true
  })
  await tending
  return result
}

async function killsLeft(): Promise<unknown[]> {
  const faults = (await cloud.door('GET', '/local/fault')).body as { kind: string }[]
  return faults.filter(({ kind }) => kind === 'function')
}

const employeesOf = (found: readonly { employeeId: string }[]) => found.map(({ employeeId }) => employeeId)

test(
  'of 100 at once 30 are in and 70 wait, and ten who leave make ten offers in order, while workers are killed at every step and transactions conflict',
  async () => {
    const eventId = await newEvent(cloud, { capacity: SEATS })
    const guests = await newGuests(cloud, 100)
    const join = (who: TestPerson) => joinEvent(cloud, who, eventId, {}, `join-${who.employeeId}`)
    await killAtEveryStep('union', 'joinEvent', 10)
    await disturb()
    const replies = await whileTending(Promise.all(guests.map(who => again(() => join(who)))))
    expect(await killsLeft()).toEqual([])
    await cloud.fault({ clear: true })
    const states = replies.map(reply => expectData(reply).state)
    expect(states.filter(state => state === 'confirmed')).toHaveLength(SEATS)
    expect(states.filter(state => state === 'waiting')).toHaveLength(100 - SEATS)
    expect(await wrongIn(cloud, eventId)).toEqual([])
    expect((await sessionIn(cloud, eventId)).taken).toBe(SEATS)

    const queue = employeesOf(await inState(cloud, eventId, 'waiting'))
    const seated = new Set(employeesOf(await inState(cloud, eventId, 'confirmed')))
    const leaving = guests.filter(({ employeeId }) => seated.has(employeeId)).slice(0, LEAVING)
    await killAtEveryStep('booking', 'leave', 5)
    await disturb()
    const left = await whileTending(
      Promise.all(leaving.map(who => again(() => leave(cloud, who, eventId, `leave-${who.employeeId}`)))),
    )
    await cloud.fault({ clear: true })
    expect(left.map(expectData)).toEqual(leaving.map(() => ({ state: 'cancelled', refunded: 0 })))
    expect(await wrongIn(cloud, eventId)).toEqual([])
    await tendLater(cloud)
    await tendLater(cloud)

    expect(employeesOf(await inState(cloud, eventId, 'offered'))).toEqual(queue.slice(0, LEAVING))
    expect(await inState(cloud, eventId, 'confirmed')).toHaveLength(SEATS - LEAVING)
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: SEATS, reservations: [] })
    expect(await wrongIn(cloud, eventId)).toEqual([])
  },
  CROWD_MS,
)
