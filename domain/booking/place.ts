/**
 * A place is one person's part in one session (an event, a visit, a class, a court for an hour): the seat, the place in
 * the queue, and what became of it. Joining again after one has left is another turn of the same document.
 */
export const placeStates = [
  'confirmed',
  'waiting',
  'offered',
  'attended',
  'absent',
  'excused',
  'cancelled',
  'declined',
  'expired',
  'unseated',
  'calledOff',
] as const
export type PlaceState = (typeof placeStates)[number]

export const placeActions = [
  'join',
  'queue',
  'offer',
  'accept',
  'decline',
  'expire',
  'cancel',
  'attend',
  'miss',
  'lapse',
  'part',
  'callOff',
  'hold',
  'excuse',
] as const
export type PlaceAction = (typeof placeActions)[number]

/** Who may take an action: the person, whoever runs the session, or the clock. */
type Actor = 'guest' | 'host' | 'clock'

interface Transition {
  /** `none`: there is no document yet. */
  from: readonly (PlaceState | 'none')[]
  to: PlaceState
  by: Actor
}

const OUTSIDE = ['none', 'cancelled', 'declined', 'expired', 'unseated'] as const

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const placeTable: Record<PlaceAction, Transition> = {
  join: { from: OUTSIDE, to: 'confirmed', by: 'guest' },
  queue: { from: OUTSIDE, to: 'waiting', by: 'guest' },
  offer: { from: ['waiting'], to: 'offered', by: 'clock' },
  accept: { from: ['offered'], to: 'confirmed', by: 'guest' },
  decline: { from: ['offered'], to: 'declined', by: 'guest' },
  expire: { from: ['offered'], to: 'expired', by: 'clock' },
  cancel: { from: ['confirmed', 'waiting'], to: 'cancelled', by: 'guest' },
  // Scans that were queued off line may arrive after the session was closed.
  attend: { from: ['confirmed', 'absent'], to: 'attended', by: 'host' },
  miss: { from: ['confirmed'], to: 'absent', by: 'clock' },
  // Nobody is offered a seat any more: see `offerExpiry`.
  lapse: { from: ['waiting'], to: 'unseated', by: 'clock' },
  // Somebody has left the company, or the association whose members it is for: what they hold goes to whoever waits.
  part: { from: ['confirmed', 'waiting', 'offered'], to: 'cancelled', by: 'clock' },
  // Before it begins: whoever was let in early loses nothing by it.
  callOff: { from: ['confirmed', 'waiting', 'offered', 'attended'], to: 'calledOff', by: 'host' },
  // Somebody whose session was called off is held a seat in another one.
  hold: { from: OUTSIDE, to: 'offered', by: 'host' },
  // An absence that whoever runs the place forgives: it counts no more.
  excuse: { from: ['absent'], to: 'excused', by: 'host' },
}

/** States whose person has a seat: nobody else can have it. */
const SEATED: readonly PlaceState[] = ['confirmed', 'offered', 'attended', 'absent', 'excused']

/** Whether a place takes a seat; null is that of somebody who has none. */
export function isSeated(state: PlaceState | null): boolean {
  return state !== null && SEATED.includes(state)
}

/** The state that follows, or null where the table has no such transition. */
export function nextPlaceState(state: PlaceState | null, action: PlaceAction): PlaceState | null {
  const transition = placeTable[action]
  return transition.from.includes(state ?? 'none') ? transition.to : null
}

/** What an actor may do in a state, in the order of the table. */
export function placeActionsFor(state: PlaceState | null, actor: Actor): PlaceAction[] {
  return placeActions.filter(
    action => placeTable[action].by === actor && nextPlaceState(state, action) !== null,
  )
}
