import { grouped } from '../kernel/grouped'
import { DAY_MS, dayOf, type Instant, inChina, startOfDay } from '../kernel/time'
import type { SessionKind } from './views'

/** 9:38 today, 11 月 28 日 9:38 otherwise. */
export function momentLabel(at: Instant, now: Instant): string {
  const [then, today] = [inChina(at), inChina(now)]
  const isToday = then.format('YYYY-MM-DD') === today.format('YYYY-MM-DD')
  return then.format(isToday ? 'H:mm' : 'M 月 D 日 H:mm')
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** 周六 */
export function weekdayLabel(at: Instant): string {
  return WEEKDAYS[inChina(at).day()] ?? ''
}

/** 11 月 28 日 周六 8:30–12:00, and with both days where it ends on another: 11 月 28 日 周六 8:30 – 11 月 29 日 周日 12:00. */
export function spanLabel(startsAt: Instant, endsAt: Instant): string {
  const dated = (at: Instant) =>
    `${inChina(at).format('M 月 D 日')} ${weekdayLabel(at)} ${inChina(at).format('H:mm')}`
  if (dayOf(startsAt) !== dayOf(endsAt)) return `${dated(startsAt)} – ${dated(endsAt)}`
  return `${dated(startsAt)}–${inChina(endsAt).format('H:mm')}`
}

/** 2026年11月25日 00:00, the form that WeChat takes for a `time` field of a message. */
export function timeField(at: Instant): string {
  return inChina(at).format('YYYY年MM月DD日 HH:mm')
}

interface Booked {
  kind: SessionKind
  title: string
  visit?: { name: string } | undefined
  startsAt: Instant
}

/** What somebody has booked: 试驾 EX90, 动感单车, 滴水湖骑行. */
export function whatOf({ title, visit }: Pick<Booked, 'title' | 'visit'>): string {
  return visit?.name ?? title
}

/** The same with when, 试驾 EX90 · 12 月 2 日 10:00; an event alone is once only, and its name says all of it. */
export function whatAndWhen(booked: Booked): string {
  const what = whatOf(booked)
  return booked.kind === 'event' ? what : `${what} · ${momentLabel(booked.startsAt, 0)}`
}

/** 今天见, 明天见, or less than that where it is further off. */
function sayMeeting(startsAt: Instant, now: Instant): string {
  const days = (startOfDay(dayOf(startsAt)) - startOfDay(dayOf(now))) / DAY_MS
  return ['今天见', '明天见'][days] ?? '快到了'
}

interface About {
  title: string
}

/** What an inbox says of a place in a session. */
export const placeNotices = {
  offered: ({ title }: About, until: string, where: string) => ({
    title: `有名额了，等你确认：${title}`,
    body: `有人退出，轮到你了。${until} 前确认，过时让给下一位。${where}`,
  }),
  expired: ({ title }: About, until: string) => ({
    title: `名额让给了下一位：${title}`,
    body: `有人退出、轮到过你，${until} 前没有确认，名额给了后面的同事。还想去，可以再报名。`,
  }),
  unseated: ({ title }: About) => ({
    title: `没排上：${title}`,
    body: '退出时间已经过了，没有名额空出来，不用再等。下次早点报名，你会排得更前。',
  }),
  moved: ({ title }: About, when: string, venue: string) => ({
    title: `改时间地点了：${title}`,
    body: `现在是 ${when}，${venue}。去不了请早点退出，让给候补的同事。`,
  }),
  ended: ({ title }: About, because: string, refunded: number) => ({
    title: `名额让出去了：${title}`,
    body:
      refunded > 0
        ? `${because}，你的名额给别的同事了。付过的 ${grouped(refunded)} 沃币已经退回。`
        : `${because}，你的名额给别的同事了。`,
  }),
  notWaiting: ({ title }: About, because: string) => ({
    title: `不用再等了：${title}`,
    body: `${because}，候补也一起退出了。`,
  }),
  calledOff: ({ title }: About, because: string, refunded: number) => ({
    title: `取消了：${title}`,
    body: refunded > 0 ? `${because}。付过的 ${grouped(refunded)} 沃币已经退回。` : because,
  }),
  earned: ({ title }: About, amount: number) => ({
    title: `来过了，+${grouped(amount)} 沃币`,
    body: `「${title}」签到了，${grouped(amount)} 沃币记到账上。`,
  }),
  missed: ({ title }: About) => ({
    title: `没有看到你：${title}`,
    body: '其实来了的话，打开入场券告诉会长，七天里可以补记。下次去不了请早点退出，让给候补的同事。',
  }),
  dismissed: ({ title }: About, because: string) => ({
    title: `没有记成来过：${title}`,
    body: because,
  }),
  soon: ({ title }: About, startsAt: Instant, venue: string, now: Instant) => ({
    title: `${sayMeeting(startsAt, now)}：${title}`,
    body: `${momentLabel(startsAt, now)}，${venue}。去不了请早点退出，让给候补的同事。`,
  }),
}

/** What an inbox says of a visit whose centre closes. */
export const closureNotices = {
  moved: ({ title }: About, because: string, when: string, until: string) => ({
    title: `给你换了时间：${title}`,
    body: `原来那天不开放（${because}），对不起。给你留了 ${when}，${until} 前确认；也可以另选时间或取消。`,
  }),
  calledOff: ({ title }: About, because: string) => ({
    title: `取消了：${title}`,
    body: `那天不开放（${because}），前后四周都没有位子了，对不起。再约的时候如果要候补，你排在最前面。`,
  }),
  notWaiting: ({ title }: About, because: string) => ({
    title: `不用等了：${title}`,
    body: `你候补的那天不开放（${because}），换个时间再约吧。`,
  }),
}
