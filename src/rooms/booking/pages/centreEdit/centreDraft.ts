import type { booking } from '@domain/booking/contract'
import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { pointOf, sayPoint } from '@/rooms/coordinates'
import { minutesOf, pickerTime } from '../../facility/clock'

type Centre = OutputOf<typeof booking.openCentreForm>['centre']
type CentreInput = InputOf<typeof booking.editCentre>

/** From when to when, as the pickers have it: 09:30. */
export interface SpanDraft {
  from: string
  until: string
}

export interface SpecialDraft {
  on: string
  why: string
  /** None: closed all day. */
  spans: readonly SpanDraft[]
}

/** One thing to come for as it is typed. */
export interface KindDraft {
  /** Absent: a new one. */
  kindId?: string
  name: string
  minutes: string
  seats: string
  partyMax: number
  /** The seats are cars. */
  byCar: boolean
  words: string
  vehicle: string
  /** A line each. */
  promises: string
  pictureFileId: string
}

/** What is filled in so far; texts of several lines as they are typed. */
export interface CentreDraft {
  headline: string
  intro: string
  /** What one sees there, in order. */
  story: readonly { title: string; text: string }[]
  coverFileId: string
  gallery: readonly { fileId: string; caption: string }[]
  phone: string
  address: string
  /** "31.2896, 121.1635" */
  spot: string
  directions: string
  advice: string
  /** Monday first. */
  week: readonly (readonly SpanDraft[])[]
  onHolidays: Centre['onHolidays']
  followsExchange: boolean
  specialDays: readonly SpecialDraft[]
  kinds: readonly KindDraft[]
}

export const spansMax = 3
export const specialDaysMax = 40

interface Span {
  fromMinute: number
  untilMinute: number
}

export const spanDraftOf = ({ fromMinute, untilMinute }: Span): SpanDraft => ({
  from: pickerTime(fromMinute),
  until: pickerTime(untilMinute),
})

/** Not a number while it is not chosen: no comparison of it holds. */
const minuteOf = (time: string) => minutesOf(time) ?? Number.NaN

/** An end at 00:00 is midnight: the wheels have no 24:00. */
export const spanOf = ({ from, until }: SpanDraft): Span => ({
  fromMinute: minuteOf(from),
  untilMinute: minuteOf(until === '00:00' ? '24:00' : until),
})

/** The form of a centre as it stands. */
export function draftOf(centre: Centre): CentreDraft {
  return {
    headline: centre.headline,
    intro: centre.intro,
    story: centre.story,
    coverFileId: centre.coverFileId,
    gallery: centre.gallery,
    phone: centre.phone,
    address: centre.address,
    spot: sayPoint(centre),
    directions: centre.directions.join('\n'),
    advice: centre.advice.join('\n'),
    week: [1, 2, 3, 4, 5, 6, 7].map(weekday =>
      centre.week.filter(hours => hours.weekday === weekday).map(spanDraftOf),
    ),
    onHolidays: centre.onHolidays,
    followsExchange: centre.followsExchange,
    specialDays: centre.specialDays.map(({ on, why, spans }) => ({ on, why, spans: spans.map(spanDraftOf) })),
    kinds: centre.kinds.map(({ minutes, seats, promises, booked: _booked, ...kind }) => ({
      ...kind,
      minutes: String(minutes),
      seats: String(seats),
      promises: promises.join('\n'),
    })),
  }
}

/** One more thing to come for; the cover stands for it until it has a picture. */
export const newKind = (coverFileId: string): KindDraft => ({
  name: '',
  minutes: '60',
  seats: '10',
  partyMax: 2,
  byCar: false,
  words: '',
  vehicle: '',
  promises: '',
  pictureFileId: coverFileId,
})

/** Into how short slots the hours are cut at least. */
export function shortestOf({ kinds }: Pick<CentreDraft, 'kinds'>): number {
  const known = kinds.map(({ minutes }) => Number(minutes)).filter(minutes => minutes > 0)
  return Math.min(...known, 480)
}

/** How long the longest opening is, which no kind may be longer than; null: nothing is open. */
export function longestOf({ week, specialDays }: Pick<CentreDraft, 'week' | 'specialDays'>): number | null {
  const spans = [...week.flat(), ...specialDays.flatMap(({ spans }) => spans)].map(spanOf)
  const lengths = spans.map(({ fromMinute, untilMinute }) => untilMinute - fromMinute)
  const known = lengths.filter(length => length > 0)
  return known.length === 0 ? null : Math.max(...known)
}

/** The lines of a text, without empty ones. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

function toKind({
  minutes,
  seats,
  promises,
  name,
  words,
  vehicle,
  ...kind
}: KindDraft): CentreInput['kinds'][number] {
  return {
    ...kind,
    ...{ name: name.trim(), words: words.trim(), vehicle: vehicle.trim() },
    minutes: Number(minutes),
    seats: Number(seats),
    promises: linesOf(promises),
  }
}

/** The command's input. Only for a draft without a problem. */
export function toCentre(
  { centreId, version }: Pick<Centre, 'centreId' | 'version'>,
  draft: CentreDraft,
): CentreInput {
  return {
    centreId,
    version,
    headline: draft.headline.trim(),
    intro: draft.intro.trim(),
    story: draft.story.map(({ title, text }) => ({ title: title.trim(), text: text.trim() })),
    coverFileId: draft.coverFileId,
    gallery: draft.gallery.map(({ fileId, caption }) => ({ fileId, caption: caption.trim() })),
    phone: draft.phone.trim(),
    address: draft.address.trim(),
    ...(pointOf(draft.spot) ?? { latitude: 0, longitude: 0 }),
    directions: linesOf(draft.directions),
    advice: linesOf(draft.advice),
    week: draft.week.flatMap((spans, index) => spans.map(span => ({ weekday: index + 1, ...spanOf(span) }))),
    onHolidays: draft.onHolidays,
    followsExchange: draft.followsExchange,
    specialDays: draft.specialDays.map(({ on, why, spans }) => ({
      on,
      why: why.trim(),
      spans: spans.map(spanOf),
    })),
    kinds: draft.kinds.map(toKind),
  }
}
