import type { Day } from '../kernel/time'
import type { BookingRules } from './bookingRules'
import type { Timetable } from './slots'

/** What a centre offers: a tour, a drive, a story for children. Each has slots of its own within the centre's hours. */
export interface VisitKind {
  kindId: string
  name: string
  /** How long one takes; the slots of a day follow one another. */
  minutes: number
  /** The most people in one slot, or cars where it counts those; and the most people in one booking. */
  seats: number
  partyMax: number
  /** A booking takes a car, however many come with it; absent: a seat for each of them. */
  byCar?: boolean
  /** What happens, in a line or two. */
  words: string
  /** The car of a drive; empty: none. */
  vehicle: string
  /** What whoever books has to agree to, a line each: a licence of a year, nothing to drink before. */
  promises: string[]
  pictureFileId: string
  /** Since when it can be booked; absent: as long as the centre. */
  since?: Day
}

export const kindsMax = 8
export const promisesMax = 4

/** The kind that a centre has which says of none; visits of before there were kinds are of it. */
export const FIRST_KIND = 'tour'

/** Which kind a visit is of, as its session and its ticket say it. */
export interface VisitOf {
  kindId: string
  name: string
  /** Its seats are cars; what was opened before its kind counted them goes on counting people. */
  byCar?: true
}

interface Offering extends Timetable {
  rules: BookingRules
  coverFileId: string
  kinds?: VisitKind[]
}

/** What one can come for, in the centre's order: at least one. */
export function kindsOf({ kinds, rules, slotMinutes, coverFileId }: Offering): VisitKind[] {
  if (kinds !== undefined && kinds.length > 0) return kinds
  const { seats, partyMax } = rules
  const tour = { kindId: FIRST_KIND, name: '参观', words: '', vehicle: '', promises: [] }
  return [{ ...tour, minutes: slotMinutes, seats, partyMax, pictureFileId: coverFileId }]
}

/** One of them by its id, the first where none is named; null: the centre has none such any more. */
export function kindNamed(centre: Offering, kindId: string | undefined): VisitKind | null {
  const kinds = kindsOf(centre)
  return (kindId === undefined ? kinds[0] : kinds.find(kind => kind.kindId === kindId)) ?? null
}

/** The kind that a visit was booked for: those that say none are of the first there ever was. */
export function kindIdOf({ visit }: { visit?: VisitOf }): string {
  return visit?.kindId ?? FIRST_KIND
}

/**
 * The kind by whose times a visit goes now. What was booked before there were kinds is of the first there is where the
 * tour is no longer offered; null: the centre has its kind no more.
 */
export function kindOfVisit(centre: Offering, booked: { visit?: VisitOf }): VisitKind | null {
  const own = kindNamed(centre, kindIdOf(booked))
  return own ?? (booked.visit === undefined ? kindNamed(centre, undefined) : null)
}

/** What a session and its places say of their kind. */
export function kindSaid({ kindId, name, byCar }: VisitKind): VisitOf {
  return { kindId, name, ...(byCar === true ? { byCar } : {}) }
}

/** How many seats a party takes: one car, or a seat for each of them. */
export function seatsOf({ visit, party }: { visit?: VisitOf | undefined; party: number }): number {
  return visit?.byCar === true ? 1 : party
}

/** The centre as whoever comes for this kind finds it: its hours in slots of the kind's length, with the kind's seats. */
export function centreFor<C extends Offering>(centre: C, { minutes, seats, partyMax }: VisitKind): C {
  return { ...centre, slotMinutes: minutes, rules: { ...centre.rules, seats, partyMax } }
}

/** What the slots of a kind are named by: `centre-shanghai.drive`, and the centre itself for the first kind. */
export function slotSubjectOf(centreId: string, kindId: string): string {
  return kindId === FIRST_KIND ? centreId : `${centreId}.${kindId}`
}

/** What a kind asks for and was not agreed to, word for word as it stands now. */
export function notPromised({ promises }: Pick<VisitKind, 'promises'>, agreed: readonly string[]): string[] {
  return promises.filter(promise => !agreed.includes(promise))
}

/** Whether everything that a kind asks for was agreed to. */
export function isPromised(kind: Pick<VisitKind, 'promises'>, agreed: readonly string[]): boolean {
  return notPromised(kind, agreed).length === 0
}

type KindWritten = Omit<VisitKind, 'kindId' | 'since'> & { kindId?: string | undefined }

/**
 * The kinds of a centre after its host has written them anew; those that come new can be booked from a day on.
 * @param idOf a new id for each label
 * @returns null where one is named that there is not
 */
export function kindsAfter(
  centre: Offering,
  written: readonly KindWritten[],
  { idOf, on }: { idOf: (label: string) => string; on: Day },
): VisitKind[] | null {
  const kinds = written.map(({ kindId, ...words }, index) => {
    if (kindId === undefined) return { ...words, kindId: idOf(`kind-${index}`).toLowerCase(), since: on }
    const before = kindNamed(centre, kindId)
    return before && { ...before, ...words }
  })
  return kinds.every(kind => kind !== null) ? kinds : null
}

/** Whether each has an id and a name of its own and takes no larger parties than it has seats, cars apart. */
export function areKinds(kinds: readonly VisitKind[]): boolean {
  const isOnce = (words: string[]) => new Set(words).size === kinds.length
  return (
    isOnce(kinds.map(({ kindId }) => kindId)) &&
    isOnce(kinds.map(({ name }) => name)) &&
    kinds.every(({ seats, partyMax, byCar }) => byCar === true || partyMax <= seats)
  )
}

/** Which of the kinds no opening has room for, so that nobody could ever book it; -1: none, or nothing is open at all. */
export function tooLongIn(
  kinds: readonly Pick<VisitKind, 'minutes'>[],
  { week, specialDays }: Pick<Timetable, 'week' | 'specialDays'>,
): number {
  const spans = [...week, ...specialDays.flatMap(({ spans }) => spans)]
  if (spans.length === 0) return -1
  const longest = Math.max(...spans.map(({ fromMinute, untilMinute }) => untilMinute - fromMinute))
  return kinds.findIndex(({ minutes }) => minutes > longest)
}
