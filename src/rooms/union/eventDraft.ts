import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { plainTextOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, type Instant, inChina, MINUTE_MS, startOfDay } from '@domain/kernel/time'
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
  /** A picture of the wall; empty: the cover stays as it is. */
  coverPhotoId: string
  venueName: string
  address: string
  point: { latitude: number; longitude: number } | null
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

export const emptyEvent: EventDraft = {
  title: '',
  body: [emptyText],
  coverPhotoId: '',
  venueName: '',
  address: '',
  point: null,
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

/** An instant out of a day and a time of day in UTC+8; null while either is missing. */
export function momentOf(on: string, time: string): Instant | null {
  const [hours, minutes] = time.split(':').map(Number)
  if (!on || hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null
  return startOfDay(on) + hours * HOUR_MS + minutes * MINUTE_MS
}

/** Another first day; a last day before it moves along. */
export function startingOn({ endsOn }: Pick<EventDraft, 'endsOn'>, startsOn: string): Partial<EventDraft> {
  return endsOn >= startsOn ? { startsOn } : { startsOn, endsOn: startsOn }
}

const isWhole = (text: string) => /^\d{1,4}$/.test(text.trim())

/** The first thing that keeps the event from being opened, as the host should read it; undefined: nothing. */
export function eventProblem(draft: EventDraft, now: Instant): string | undefined {
  const startsAt = momentOf(draft.startsOn, draft.startsTime)
  const endsAt = momentOf(draft.endsOn, draft.endsTime)
  const words = plainTextOf(toBlocks(draft.body))
  const checks: [boolean, string][] = [
    [[...draft.title.trim()].length < 2, '给活动起个名字，两个字以上'],
    [words.trim() === '', '写几句介绍，让人知道来做什么'],
    [[...words].length > limits.bodyMax, `介绍太长了，${limits.bodyMax} 字以内`],
    [[...draft.venueName.trim()].length < 2, '还没写在哪里'],
    [startsAt === null, '还没选开始的时间'],
    [endsAt === null, '还没选结束的时间'],
    [startsAt !== null && startsAt <= now, '开始时间已经过了'],
    [startsAt !== null && endsAt !== null && endsAt <= startsAt, '结束要晚于开始'],
    [startsAt !== null && startsAt - draft.joinLeadHours * HOUR_MS <= now, '报名截止已经过了，晚一点截止'],
    [!isWhole(draft.capacity) || Number(draft.capacity) < 1, '名额写一个数，1 到 2000'],
    [Number(draft.capacity) > 2_000, '名额最多 2000 个'],
    [draft.fee.trim() !== '' && !isWhole(draft.fee), '报名费写一个整数，不收就空着'],
    [Number(draft.fee) > 500, '报名费最多 500 沃币'],
    [draft.questions.some(({ title }) => [...title.trim()].length < 2), '有一个问题还没写完'],
    [draft.questions.some(question => optionsOf(question).length === 1), '选项要两个以上，或者一个也不写'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1]
}

/** The command's input. Only for a draft without a problem. */
export function toEvent(draft: EventDraft): EventInput {
  const startsAt = momentOf(draft.startsOn, draft.startsTime) ?? 0
  return {
    title: draft.title.trim(),
    body: toBlocks(draft.body),
    ...(draft.coverPhotoId === '' ? {} : { coverPhotoId: draft.coverPhotoId }),
    venue: { name: draft.venueName.trim(), address: draft.address.trim(), ...draft.point },
    startsAt,
    endsAt: momentOf(draft.endsOn, draft.endsTime) ?? 0,
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
