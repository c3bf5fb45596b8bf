/*
 * The union's second door. Events stand on the room booking, which tells people through the room notice, which asks at
 * the first door who is a member of what: through one door this would be a circle.
 */
export { eventsBy } from './eventReading'
