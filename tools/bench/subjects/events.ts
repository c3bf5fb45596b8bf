import type {
  AssociationDocument,
  EventDocument,
  FoundingDocument,
} from '../../../cloudfunctions/union/store'
import type { Subject } from '../measure'
import type { BenchWorld, Person } from '../world'
import { screen } from './subject'
import { turn } from './turns'

/** What goes on in associations, and the pages of those who run them. */
export function eventScreens(world: BenchWorld): Subject[] {
  const { people, dump } = world
  const anyone = (time: number) => turn(people, time).openid
  const associations = dump<AssociationDocument>('union_associations')
  const events = dump<EventDocument>('union_events').filter(({ approval }) => approval?.state !== 'running')
  const association = (time: number) => ({ associationId: turn(associations, time)._id })
  const presiding = associations.flatMap(({ _id: associationId, president }) => {
    const found = people.find(({ id }) => id === president.employeeId)
    return found ? [{ openid: found.openid, input: { associationId } }] : []
  })
  return [
    screen(world, 'events', 'union.listEvents', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'events, found', 'union.findEvents', time => ({
      openid: anyone(time),
      input: { text: '摄影' },
    })),
    screen(world, 'event', 'union.openEvent', time => ({
      openid: anyone(time),
      input: { eventId: turn(events, time)._id },
    })),
    screen(world, 'photo wall', 'union.listPhotos', time => ({
      openid: anyone(time),
      input: association(time),
    })),
    screen(world, 'members', 'union.listMembers', time => turn(presiding, time)),
    screen(world, 'presidency', 'union.openPresidency', time => turn(presiding, time)),
    screen(world, 'founding', 'union.openFounding', time => turn(founders(world), time)),
  ]
}

function founders({ people, dump }: BenchWorld): { openid: string; input: { foundingId: string } }[] {
  const personOf = new Map<string, Person>(people.map(person => [person.id, person]))
  return dump<FoundingDocument>('union_foundings').flatMap(({ _id: foundingId, applicant }) => {
    const person = personOf.get(applicant.employeeId)
    return person ? [{ openid: person.openid, input: { foundingId } }] : []
  })
}
