import { DAY_MS, dayOf, HOUR_MS, type Instant, isDay, MINUTE_MS } from '@domain/kernel/time'
import { WORKING_DAY_MS } from '@domain/kernel/workingDay'
import type { TicketAction, TicketState } from '@domain/selfservice/ticket'
import type { Urgency } from '@domain/selfservice/ticketUrgency'
import { api, type Output } from '@/api'
import type { BadgeProps } from '@/ui/badge/Badge'
import { sayClock, sayWhen } from '@/ui/clock/moment'
import { sayDay } from './claimWords'

const HOURS_A_DAY = WORKING_DAY_MS / HOUR_MS

export type Ticket = Output<typeof api.selfservice.openTicket>['ticket']
export type TicketRow = Output<typeof api.selfservice.listTickets>['tickets'][number]

/** What a change of a ticket makes old. */
export const ticketQueries = [
  api.selfservice.listTickets,
  api.selfservice.openTicket,
  api.selfservice.openTicketBoard,
  api.access.openInbox,
]

export const ticketStateNames: Record<TicketState, string> = {
  submitted: '等人接',
  assigned: '已接单',
  inProgress: '处理中',
  waiting: '等你补充',
  resolved: '等你确认',
  reopened: '重新打开',
  confirmed: '办好了',
  closed: '已关单',
  cancelled: '已取消',
}

/** A moment to come: "今天 15:30", "明天 9:30", "11 月 23 日 10:00". */
export function sayAhead(at: Instant, now: Instant): string {
  const names = new Map([
    [dayOf(now), '今天'],
    [dayOf(now + DAY_MS), '明天'],
  ])
  return `${names.get(dayOf(at)) ?? sayDay(dayOf(at))} ${sayClock(at)}`
}

/** What somebody answered on a form; a day as it is said. */
export const sayAnswer = (value: string) => (isDay(value) ? sayDay(value) : value)

export const urgencyNames: Record<Urgency, string> = { calm: '不急', soon: '一般', now: '急' }

export const ticketTones: Record<TicketState, NonNullable<BadgeProps['tone']>> = {
  submitted: 'neutral',
  assigned: 'accent',
  inProgress: 'accent',
  waiting: 'accent',
  resolved: 'ok',
  reopened: 'accent',
  confirmed: 'ok',
  closed: 'neutral',
  cancelled: 'neutral',
}

export const ticketActionNames: Record<TicketAction, string> = {
  submit: '报上来',
  assign: '接单',
  start: '开始处理',
  ask: '请对方补充',
  answer: '补充了',
  resume: '继续处理',
  resolve: '办好了',
  confirm: '办好了',
  reopen: '还没好',
  cancel: '取消',
  decline: '不受理',
  close: '自动关单',
}

/** What stands below a ticket's title; for handlers each thing in a line of its own, so that no name breaks on a small phone. */
export function ticketLines(ticket: TicketRow, now: Instant, handling: boolean): string[] {
  const { category, place, site, submittedAt, requester, assignee, followers } = ticket
  const when = sayWhen(submittedAt, now)
  const who = assignee ? assignee.name : '还没有人接'
  if (!handling) return [`${category} · ${place}`, `${when} · ${who}`]
  const same = followers > 0 ? ` · 另有 ${followers} 人也是` : ''
  return [`${site} ${place}`, `${requester.name} · ${when}`, `${who}${same}`]
}

/** "2 小时 10 分"; a span of working time, rounded to minutes. */
export function saySpan(ms: number | null): string {
  if (ms === null) return '—'
  const hours = Math.floor(ms / HOUR_MS)
  const minutes = Math.round((ms % HOUR_MS) / MINUTE_MS)
  if (hours === 0) return `${minutes} 分钟`
  return minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分`
}

/** "2 个工作日 11 小时"; working time that is longer than a working day, in working days and hours. */
export function sayWorkingSpan(ms: number | null): string {
  const hours = Math.round((ms ?? 0) / HOUR_MS)
  if (ms === null || hours < HOURS_A_DAY) return saySpan(ms)
  const days = `${Math.floor(hours / HOURS_A_DAY)} 个工作日`
  return hours % HOURS_A_DAY === 0 ? days : `${days} ${hours % HOURS_A_DAY} 小时`
}

/** How soon a category answers: the one in the middle; null where nobody has been answered yet. */
export function sayFirstAnswer(ms: number | null): string {
  return ms === null ? '还没有首次回复' : `首次回复 ${sayWorkingSpan(ms)}，中位数`
}
