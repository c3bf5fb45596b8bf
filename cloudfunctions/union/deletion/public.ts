/**
 * The door for a deletion, apart from the room's other one: it tells people through the notice room, which asks the other
 * door who is a member.
 */
export { forget } from '../ownForgetting'
