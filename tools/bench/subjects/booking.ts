import type { CentreDocument, PlaceDocument } from '../../../cloudfunctions/booking/store'
import type { EventDocument } from '../../../cloudfunctions/union/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { screen } from './subject'
import { turn } from './turns'

const CENTRE = 'centre-shanghai'
/** Receives visitors there. */
const HOST = 'demo-qiaoan'
/** Nearer ones may no longer be given up. */
const DAYS_AWAY = 3

/** The places of colleagues who are registered, with who they are. */
function placesOf({ people, dump }: BenchWorld, kind: 'event' | 'visit') {
  const personOf = new Map(people.map(person => [person.id, person]))
  return dump<PlaceDocument>('booking_places').flatMap(place => {
    const person = personOf.get(place.employeeId)
    return place.kind === kind && person ? [{ person, placeId: place._id }] : []
  })
}

export function bookingScreens(world: BenchWorld): Subject[] {
  const { people, dump } = world
  const anyone = (time: number) => turn(people, time).openid
  const centre = (time: number) => ({ centreId: turn(dump<CentreDocument>('booking_centres'), time)._id })
  const tickets = placesOf(world, 'event')
  const visits = placesOf(world, 'visit')
  return [
    screen(world, 'centres', 'booking.listCentres', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'centre', 'booking.openCentre', time => ({ openid: anyone(time), input: centre(time) })),
    screen(world, 'slots', 'booking.openSlots', time => ({ openid: anyone(time), input: centre(time) })),
    screen(world, 'my places', 'booking.listPlaces', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'ticket', 'booking.openPlace', time => {
      const { person, placeId } = turn(tickets, time)
      return { openid: person.openid, input: { placeId } }
    }),
    screen(world, 'visit', 'booking.openVisit', time => {
      const { person, placeId } = turn(visits, time)
      return { openid: person.openid, input: { placeId } }
    }),
  ]
}

/** Where visitors and guests are received. */
export function deskScreens(world: BenchWorld): Subject[] {
  const { people, dump } = world
  const hosted = dump<EventDocument>('union_events').flatMap(({ _id: sessionId, host: { employeeId } }) => {
    const openid = people.find(({ id }) => id === employeeId)?.openid
    return openid ? [{ openid, input: { sessionId } }] : []
  })
  const desk = () => ({ openid: HOST, input: { centreId: CENTRE } })
  return [
    screen(world, 'desk of a centre', 'booking.openDesk', desk),
    screen(world, 'closures', 'booking.listClosures', desk),
    screen(world, 'guests of an event', 'booking.listAttendees', time => turn(hosted, time)),
  ]
}

/** Everybody without a visit, and the hours that are days away. One who has a visit gives it up to book anew. */
function visitors(world: BenchWorld) {
  const { people, call } = world
  const taken = new Set(placesOf(world, 'visit').map(({ person }) => person.id))
  const free = people.filter(({ id }) => !taken.has(id))
  const held = new Map<string, string>()
  let hours: number[] = []
  return {
    async findHours(): Promise<void> {
      const { data } = await call(turn(free, 0).openid, 'booking.openSlots', { centreId: CENTRE })
      const slots = data.days.slice(DAYS_AWAY).flatMap(day => day.slots)
      hours = slots.filter(({ state }) => state === 'free').map(({ startsAt }) => startsAt)
    },
    async leave(time: number) {
      const { id, openid } = turn(free, time)
      const placeId = held.get(id) ?? (await this.book(time)).data.placeId
      held.delete(id)
      return call(openid, 'booking.leave', { placeId })
    },
    async book(time: number) {
      const { id, openid } = turn(free, time)
      if (held.has(id)) await this.leave(time)
      const booked = await call(openid, 'booking.bookVisit', {
        centreId: CENTRE,
        startsAt: turn(hours, time),
      })
      held.set(id, booked.data.placeId)
      return booked
    },
  }
}

/** Visits are booked and given up again. */
export function bookingActions(world: BenchWorld): Subject[] {
  const coming = visitors(world)
  const prepare = () => coming.findHours()
  return [
    {
      label: 'booking.bookVisit',
      procedure: 'booking.bookVisit',
      prepare,
      call: time => coming.book(time),
    },
    { label: 'booking.leave', procedure: 'booking.leave', prepare, call: time => coming.leave(time) },
  ]
}
