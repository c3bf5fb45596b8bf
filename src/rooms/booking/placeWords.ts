import { type Telling, whatToTell } from '@domain/booking/checkIn'
import type { booking } from '@domain/booking/contract'
import type { PlaceState } from '@domain/booking/place'
import { momentLabel } from '@domain/booking/wording'
import type { OutputOf } from '@domain/kernel/contract'
import { grouped } from '@domain/kernel/grouped'
import { inChina } from '@domain/kernel/time'
import { openPage } from '@/rooms/open'
import type { IconName } from '@/ui/icon/Icon'

export type Place = OutputOf<typeof booking.openPlace>['place']

export const kindIcons: Record<Place['kind'], IconName> = {
  event: 'cal',
  visit: 'bld',
  course: 'gym',
  venue: 'court',
}

/** Where a place stands, as a title. */
export const placeTitles: Record<PlaceState, string> = {
  confirmed: '报上了',
  waiting: '候补中',
  offered: '轮到你了',
  attended: '已签到',
  absent: '没有来',
  excused: '不计缺席',
  cancelled: '已退出',
  declined: '已让出',
  expired: '名额过期了',
  unseated: '没排上',
  calledOff: '活动取消了',
}

/** The same of a visit to a centre. */
export const visitTitles: Record<PlaceState, string> = {
  confirmed: '约好了',
  waiting: '候补中',
  offered: '等你确认',
  attended: '去过了',
  absent: '没有去',
  excused: '不计缺席',
  cancelled: '已取消',
  declined: '已让出',
  expired: '过了确认时间',
  unseated: '没排上',
  calledOff: '闭馆取消',
}

export const placeTones: Record<PlaceState, 'neutral' | 'ok' | 'bad' | 'accent'> = {
  confirmed: 'ok',
  waiting: 'neutral',
  offered: 'accent',
  attended: 'ok',
  absent: 'neutral',
  excused: 'neutral',
  cancelled: 'neutral',
  declined: 'neutral',
  expired: 'neutral',
  unseated: 'neutral',
  calledOff: 'bad',
}

/** What comes next, or why there is nothing more to do. */
export const placeSentences: Record<PlaceState, string> = {
  confirmed: '给签到的同事看，没网也能用',
  waiting: '有人退出会自动轮到你，通知里说到几点前确认。',
  offered: '有人退出了，这个名额先给你留着。',
  attended: '来过了，沃币已经记到账上。',
  absent: '这次没有看到你，下次去不了请早点退出，让给候补的同事。',
  excused: '管理员看过你的说明，这次不算缺席。',
  cancelled: '你退出了这一场。还想去，可以再报名。',
  declined: '你把名额让给了下一位，谢谢。',
  expired: '没有在时限内确认，名额给了下一位。还想去，可以再报名。',
  unseated: '退出时间过了，没有名额空出来，不用再等。',
  calledOff: '发起人取消了这一场，付过的沃币已经退回。',
}

/** The same of a visit to a centre. */
export const visitSentences: Record<PlaceState, string> = {
  ...placeSentences,
  confirmed: '在前台出示，没网也能用',
  offered: '这个时段先给你留着，确认了才有入场码。',
  attended: '谢谢你来。',
  absent: '这次没有看到你，下次去不了请早点取消，让给候补的同事。',
  cancelled: '你取消了这次预约。还想去，可以再约。',
  expired: '没有在时限内确认，这个时段没有给你留住。还想去，可以再约。',
  calledOff: '这个时段中心不开放。',
}

/** The same of a lesson or a court. */
const facilityTitles: Record<PlaceState, string> = {
  ...placeTitles,
  confirmed: '约上了',
  cancelled: '已取消',
  expired: '过了确认时间',
  calledOff: '取消了',
}

/** The same of a lesson or a court; a deposit comes back by itself. */
const facilitySentences: Record<PlaceState, string> = {
  ...placeSentences,
  confirmed: '给教练或前台看，没网也能用',
  attended: '来过了。收过押金的话，已经退回。',
  absent: '这次没有看到你，押金不退。有特殊情况可以说明一次。',
  cancelled: '你取消了这次。还想来，可以再约。',
  expired: '没有在时限内确认，位子给了下一位。还想来，可以再约。',
  calledOff: '这一次不开放。收过押金的话，已经退回。',
}

/** The same of a court or a room: nobody teaches there, and it is the caller's alone. */
const venueSentences: Record<PlaceState, string> = {
  ...facilitySentences,
  confirmed: '到了扫门口的码，或给管场馆的同事看，没网也能用',
  waiting: '有人取消会自动轮到你，通知里说到几点前确认。',
  offered: '有人取消了，这个场地先给你留着。',
  declined: '你把场地让给了下一位，谢谢。',
  expired: '没有在时限内确认，场地给了下一位。还想来，可以再约。',
  unseated: '取消时间过了，没有空出来，不用再等。',
}

/** Of a seat whose time is over, while late scans may still arrive. */
const unclearSentences: Record<Place['kind'], string> = {
  event: '没扫到码也没关系，告诉会长，七天里可以补记。',
  visit: '前台还在核对，半天里会有结果。',
  course: '签到还在核对，半天里会有结果。',
  venue: '签到还在核对，半天里会有结果。',
}

/** What coming has earned; without a number where nobody wrote it down. */
function sayEarned(earned: number | null): string {
  if (earned === null) return placeSentences.attended
  return earned > 0 ? `来过了，${grouped(earned)} 沃币记到账上了。` : '来过了。今天参加活动的沃币已经得满。'
}

const titlesOf = { event: placeTitles, visit: visitTitles, course: facilityTitles, venue: facilityTitles }
const sentencesOf = {
  event: placeSentences,
  visit: visitSentences,
  course: facilitySentences,
  venue: venueSentences,
}

type Standing = Pick<Place, 'kind' | 'state'> & Partial<Pick<Place, 'wentTo'>>

/** How a list calls where a place stands; what its person has moved is where they moved it to. */
export const titleOf = ({ kind, state, wentTo = null }: Standing) =>
  wentTo === null ? titlesOf[kind][state] : `改到 ${inChina(wentTo).format('M 月 D 日')}`

/** The same for whoever receives people there: a seat that is held waits for its guest, not for them. */
export const deskTitleOf = (standing: Standing) =>
  standing.state === 'offered' ? '等客人确认' : titleOf(standing)

/** What comes next for it, or why there is nothing more to do. */
export const sentenceOf = ({ kind, state, wentTo = null }: Standing) =>
  wentTo === null ? sentencesOf[kind][state] : `你改到了 ${momentLabel(wentTo, 0)}。`

/** The president has been told that they were there, and has not answered. */
const CLAIMED = '告诉会长你来过了，等会长确认；七天里都可以补记。'

/** What is known of somebody's coming; absent: nothing. */
interface Coming {
  earned?: number | null
  told?: 'cannot' | 'came' | null
  /** Why the president did not take their word for it. */
  dismissed?: string | null
}

/** The same on its ticket, by what is known of its person's coming. */
export function ticketSentence(
  place: Place,
  { earned = null, told, dismissed = null }: Coming,
  now: number,
): string {
  const isMissed = isUnclear(place, now) || place.state === 'absent'
  if (dismissed !== null && isMissed) return `会长看过了，没有记成来过：${dismissed}`
  if (told === 'came' && isMissed) return CLAIMED
  if (isUnclear(place, now)) return unclearSentences[place.kind]
  return place.state === 'attended' && place.kind === 'event' ? sayEarned(earned) : sentenceOf(place)
}

/**
 * A place as it stands by now: an offer whose time is over is still called one until the timer has been round, and
 * cannot be taken any more.
 */
export function standingAt<T extends Pick<Place, 'state' | 'offerExpiresAt'>>(place: T, now: number): T {
  const { state, offerExpiresAt } = place
  return state === 'offered' && offerExpiresAt !== null && now >= offerExpiresAt
    ? { ...place, state: 'expired' }
    : place
}

const SETTLED: readonly PlaceState[] = ['cancelled', 'declined', 'expired', 'unseated', 'calledOff']

/** Whether nobody goes there by this place, whenever it is. */
export function isSettled(state: PlaceState): boolean {
  return SETTLED.includes(state)
}

/** A seat whose time is over, and of which nobody knows yet whether its person came. */
export function isUnclear({ state, endsAt }: Pick<Place, 'state' | 'endsAt'>, now: number): boolean {
  return state === 'confirmed' && now >= endsAt
}

interface Told {
  place: Pick<Place, 'kind' | 'state' | 'endsAt'>
  cancelUntil: number
  told: Telling | null
}

/** Whether its time is over and the president has been told that they were there: there is nothing more to ask for. */
export function hasClaimed({ place, told }: Pick<Told, 'place' | 'told'>, now: number): boolean {
  return told === 'came' && (isUnclear(place, now) || place.state === 'absent')
}

/** What there is to tell the president of a ticket now; null: nothing, or they have been told that its person came. */
export function tellingOf(of: Told, now: number): Telling | null {
  const { place, cancelUntil } = of
  return place.kind === 'event' && !hasClaimed(of, now) ? whatToTell({ ...place, cancelUntil }, now) : null
}

/** What a visit is for, as a line of its own; none of anything else. */
export const whatFor = ({ visit }: Pick<Place, 'visit'>): string[] => (visit ? [visit.name] : [])

/** Opens a place: its ticket; that of a visit has the way there. */
export function openTicket({ kind, placeId }: Pick<Place, 'kind' | 'placeId'>): void {
  openPage(kind === 'visit' ? 'booking/visit' : 'booking/ticket', { placeId })
}
