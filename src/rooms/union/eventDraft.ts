import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { plainTextOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, type Instant, inChina, instantAt } from '@domain/kernel/time'
import type { union } from '@domain/union/contract'
import { type BlockDraft, draftsOf, emptyText, toBlocks } from '@/ui/richText/blockDraft'

type EventInput = Omit<InputOf<typeof union.createEvent>, 'associationId'>
type Opened = OutputOf<typeof union.openEvent>['event']

/** A question as the host writes it: its options in one line, or none to be answered in words. */
export interface QuestionDraft {
  title: string
  options: string
}

/** What is filled in so far; days and times as the pickers have them, in UTC+8. */
export interface EventDraft {
  title: string
  body: readonly BlockDraft[]
  /** A picture of the wall, or `ASSOCIATION_COVER`; empty: the cover stays as it is. */
  coverPhotoId: string
  venueName: string
  address: string
  point: { latitude: number; longitude: number } | null
  /** The name under which the place was chosen, address and point with it; empty: it was typed. */
  chosenName: string
  startsOn: string
  startsTime: string
  endsOn: string
  endsTime: string
  /** How many hours before the beginning joining, and giving a place up, end. */
  joinLeadHours: number
  cancelLeadHours: number
  capacity: string
  partyMax: number
  fee: string
  membersOnly: boolean
  questions: readonly QuestionDraft[]
}

export const questionsMax = 5
/** As long as the contract takes the name of a place. */
export const venueMax = 40

export const emptyEvent: EventDraft = {
  title: '',
  body: [emptyText],
  coverPhotoId: '',
  venueName: '',
  address: '',
  point: null,
  chosenName: '',
  startsOn: '',
  startsTime: '',
  endsOn: '',
  endsTime: '',
  joinLeadHours: 0,
  cancelLeadHours: 12,
  capacity: '',
  partyMax: 1,
  fee: '',
  membersOnly: false,
  questions: [],
}

const OPTIONS_APART = /[\s,，、;；]+/

/** The options of a question, as they were written in one line. */
export function optionsOf({ options }: QuestionDraft): string[] {
  return [...new Set(options.split(OPTIONS_APART).filter(Boolean))]
}

/** Another first day; a last day before it moves along. */
export function startingOn({ endsOn }: Pick<EventDraft, 'endsOn'>, startsOn: string): Partial<EventDraft> {
  return endsOn >= startsOn ? { startsOn } : { startsOn, endsOn: startsOn }
}

const isWhole = (text: string) => /^\d{1,4}$/.test(text.trim())

interface Chosen {
  name: string
  address: string
  point: EventDraft['point']
}

/** A place that was chosen brings its address and its point along. */
export function placedAt({ name, address, point }: Chosen): Partial<EventDraft> {
  const venueName = name.slice(0, venueMax)
  return { venueName, chosenName: venueName, address: address.slice(0, limits.addressMax), point }
}

/** Another name is another place: what was chosen with the old one goes, unless the name is only said more exactly. */
export function renamed(
  { chosenName }: Pick<EventDraft, 'chosenName'>,
  venueName: string,
): Partial<EventDraft> {
  return chosenName === '' || venueName.startsWith(chosenName)
    ? { venueName }
    : { venueName, chosenName: '', address: '', point: null }
}

/** The parts of the form that something can be wrong with, in its order. */
export type EventField =
  | 'title'
  | 'body'
  | 'starts'
  | 'ends'
  | 'join'
  | 'venue'
  | 'capacity'
  | 'fee'
  | 'questions'

export interface EventProblem {
  at: EventField
  words: string
}

/** The first thing that keeps the event from being opened, as the host should read it; undefined: nothing. */
export function eventProblem(draft: EventDraft, now: Instant, taken = 0): EventProblem | undefined {
  const startsAt = instantAt(draft.startsOn, draft.startsTime)
  const endsAt = instantAt(draft.endsOn, draft.endsTime)
  const text = plainTextOf(toBlocks(draft.body))
  const joinUntil = startsAt === null ? null : startsAt - draft.joinLeadHours * HOUR_MS
  const { questions } = draft
  const checks: [isWrong: boolean, field: EventField, words: string][] = [
    [[...draft.title.trim()].length < 2, 'title', '给活动起个名字，两个字以上'],
    [text.trim() === '', 'body', '写几句介绍，让人知道来做什么'],
    [[...text].length > limits.bodyMax, 'body', `介绍太长了，${limits.bodyMax} 字以内`],
    [startsAt === null, 'starts', '还没选开始的时间'],
    [startsAt !== null && startsAt <= now, 'starts', '开始时间已经过了'],
    [endsAt === null, 'ends', '还没选结束的时间'],
    [startsAt !== null && endsAt !== null && endsAt <= startsAt, 'ends', '结束要晚于开始'],
    [joinUntil !== null && joinUntil <= now, 'join', '报名截止已经过了，晚一点截止'],
    [[...draft.venueName.trim()].length < 2, 'venue', '还没写在哪里'],
    [!isWhole(draft.capacity) || Number(draft.capacity) < 1, 'capacity', '名额写一个数，1 到 2000'],
    [Number(draft.capacity) > 2_000, 'capacity', '名额最多 2000 个'],
    [Number(draft.capacity) < taken, 'capacity', `已经给出去 ${taken} 个名额，不能比这少`],
    [draft.fee.trim() !== '' && !isWhole(draft.fee), 'fee', '报名费写一个整数，不收就空着'],
    [Number(draft.fee) > 500, 'fee', '报名费最多 500 沃币'],
    [questions.some(({ title }) => [...title.trim()].length < 2), 'questions', '有一个问题还没写完'],
    [questions.some(one => optionsOf(one).length === 1), 'questions', '选项要两个以上，或者一个也不写'],
  ]
  const wrong = checks.find(([isWrong]) => isWrong)
  return wrong && { at: wrong[1], words: wrong[2] }
}

/** What is chosen for the association's cover; no picture of a wall is called so. */
export const ASSOCIATION_COVER = 'association'

function coverOf({ coverPhotoId }: EventDraft): Pick<EventInput, 'coverPhotoId'> {
  if (coverPhotoId === '') return {}
  return { coverPhotoId: coverPhotoId === ASSOCIATION_COVER ? null : coverPhotoId }
}

interface CoversKnown {
  /** What the event has; of a new one the association's. */
  current: string
  association: string
  photos: readonly { photoId: string; fileId: string }[]
}

/** The cover that the event will have by what is chosen, so that the form shows it; empty: a drawn one. */
export function coverShown(
  { coverPhotoId }: Pick<EventDraft, 'coverPhotoId'>,
  { current, association, photos }: CoversKnown,
): string {
  if (coverPhotoId === ASSOCIATION_COVER) return association
  return photos.find(({ photoId }) => photoId === coverPhotoId)?.fileId ?? current
}

/** The command's input. Only for a draft without a problem. */
export function toEvent(draft: EventDraft): EventInput {
  const startsAt = instantAt(draft.startsOn, draft.startsTime) ?? 0
  return {
    title: draft.title.trim(),
    body: toBlocks(draft.body),
    ...coverOf(draft),
    venue: { name: draft.venueName.trim(), address: draft.address.trim(), ...draft.point },
    startsAt,
    endsAt: instantAt(draft.endsOn, draft.endsTime) ?? 0,
    joinUntil: startsAt - draft.joinLeadHours * HOUR_MS,
    cancelUntil: startsAt - draft.cancelLeadHours * HOUR_MS,
    capacity: Number(draft.capacity),
    partyMax: draft.partyMax,
    fee: Number(draft.fee),
    membersOnly: draft.membersOnly,
    questions: draft.questions.map((question, index) => ({
      questionId: `q${index + 1}`,
      title: question.title.trim(),
      options: optionsOf(question),
    })),
  }
}

/** The form of an event that stands already. */
export function draftOf(event: Opened): EventDraft {
  const { venue, startsAt, endsAt, fee } = event
  const { latitude, longitude } = venue
  const hoursBefore = (at: Instant) => Math.max(0, Math.round((startsAt - at) / HOUR_MS))
  return {
    title: event.title,
    body: draftsOf(event.body),
    coverPhotoId: '',
    venueName: venue.name,
    address: venue.address,
    point: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
    chosenName: latitude === undefined ? '' : venue.name,
    startsOn: inChina(startsAt).format('YYYY-MM-DD'),
    startsTime: inChina(startsAt).format('HH:mm'),
    endsOn: inChina(endsAt).format('YYYY-MM-DD'),
    endsTime: inChina(endsAt).format('HH:mm'),
    joinLeadHours: hoursBefore(event.joinUntil),
    cancelLeadHours: hoursBefore(event.cancelUntil),
    capacity: String(event.capacity),
    partyMax: event.partyMax,
    fee: fee > 0 ? String(fee) : '',
    membersOnly: event.membersOnly,
    questions: event.questions.map(({ title, options }) => ({ title, options: options.join('、') })),
  }
}

const HOURS_OF_DAY = DAY_MS / HOUR_MS

/** "开始时", "提前 12 小时", "提前 3 天". */
export function sayLead(hours: number): string {
  if (hours === 0) return '开始时'
  return hours % HOURS_OF_DAY === 0 ? `提前 ${hours / HOURS_OF_DAY} 天` : `提前 ${hours} 小时`
}
