import { slotStateOf } from '@domain/booking/bookingRules'
import type { CentreCardView, KindShown, SlotShown } from '@domain/booking/centreViews'
import { type Closing, openHoursOn, type Slot } from '@domain/booking/slots'
import { notPromised, type VisitKind } from '@domain/booking/visitKinds'
import { dayOf, type Instant } from '@domain/kernel/time'
import type { CentreDocument, FeedbackDocument, PlaceDocument, SessionDocument } from './store'

/** What somebody tells the centre is kept as an answer, so that lists and tables show it as they show those. */
const NOTE = '备注'

export function answersOf(note: string, promises: readonly string[]): PlaceDocument['answers'] {
  const agreed = promises.map(title => ({ title, answer: '是', isPromise: true as const }))
  return note === '' ? agreed : [...agreed, { title: NOTE, answer: note }]
}

export function kindView({ since: _since, byCar = false, ...kind }: VisitKind): KindShown {
  return { ...kind, byCar }
}

export function noteOf({ answers }: Pick<PlaceDocument, 'answers'>): string {
  return answers.find(answer => isNote(answer))?.answer ?? ''
}

/** What somebody has agreed to for their visit. */
export function agreedIn({ answers }: Pick<PlaceDocument, 'answers'>): string[] {
  return answers.filter(answer => !isNote(answer)).map(({ title }) => title)
}

/**
 * What is still to be agreed to before somebody takes the time that the centre has moved them to: its kind may have come to
 * ask for more since they booked. Whoever has booked a time, or queued for it, has agreed to what was asked then.
 */
export function askedOf(place: PlaceDocument, kind: VisitKind | null): string[] {
  if (place.state !== 'offered' || !place.movedFrom || kind === null) return []
  return notPromised(kind, agreedIn(place))
}

/** A centre may ask for a promise of the same word: only those of before promises said so have none but their title. */
function isNote({ title, isPromise }: PlaceDocument['answers'][number]): boolean {
  return title === NOTE && isPromise !== true
}

/** To one decimal; null where there is nothing to divide by. */
export function averageOf(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum / count) * 10) / 10
}

/** A centre as lists show it. @param closings those of this centre */
export function centreCardOf(
  centre: CentreDocument,
  closings: readonly Closing[],
  now: Instant,
): CentreCardView {
  const { _id, kind, name, city, headline, coverFileId, address, latitude, longitude } = centre
  return {
    ...{ centreId: _id, kind, name, city, headline, coverFileId, address, latitude, longitude },
    today: openHoursOn(dayOf(now), centre, closings),
    score: averageOf(centre.scoreSum, centre.scores),
    scores: centre.scores,
  }
}

/** What is known of the slots of a kind. */
export interface Known {
  kind: VisitKind
  sessions: ReadonlyMap<Instant, SessionDocument>
  mine: readonly PlaceDocument[]
  /** How many people wait, by session; a session that is not named has no queue. */
  waiting?: ReadonlyMap<string, number>
  now: Instant
}

/** A slot and what is left of it; one that nobody has booked yet has no session and all its seats. */
export function slotViewOf(
  slot: Slot,
  { rules }: CentreDocument,
  { kind, sessions, mine, waiting, now }: Known,
): SlotShown {
  const session = sessions.get(slot.startsAt)
  const capacity = session?.capacity ?? rules.seats
  const left = Math.max(0, capacity - (session?.taken ?? 0))
  return {
    ...slot,
    state: slotStateOf(slot, rules, left, now),
    capacity,
    left,
    byCar: (session ? session.visit : kind)?.byCar === true,
    waiting: (session && waiting?.get(session._id)) ?? 0,
    mine: mine.find(({ sessionId }) => sessionId === session?._id)?._id ?? null,
  }
}

const SCORES = [1, 2, 3, 4, 5]

/** How many gave each score, one to five. */
export function spreadOf(found: readonly Pick<FeedbackDocument, 'score'>[]): number[] {
  return SCORES.map(score => found.filter(feedback => feedback.score === score).length)
}

const SAID_MAX = 10

/** The latest words, without a name. @param found the newest first */
export function saidIn(found: readonly FeedbackDocument[]) {
  return found
    .filter(({ words }) => words !== '')
    .slice(0, SAID_MAX)
    .map(({ score, words, department, at }) => ({ score, words, department, at }))
}
