/**
 * The door to events, apart from the room's other one: events read the booking room, which tells people through the
 * notice room, which asks the other door who is a member.
 */
export { eventsBy } from '../eventReading'
export { hostsOf, tellHosts } from '../hosts'
