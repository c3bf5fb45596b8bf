import { inChina, startOfDay } from '../kernel/time'
import type { Window } from './adviser'
import type { DashboardView } from './contract'
import { type DayFigures, type MonthFigures, rankedOver, sumOf } from './figures'
import { rhythmOf, rhythmOver, rhythmWithout } from './months'
import { rangeLabel, wholeDays } from './spans'
import type { Ground } from './tileGround'
import { tilesOf } from './tiles'

/** What the timer keeps beside the figures. */
export interface Setting {
  happyHours: readonly Window[]
  /** Visits a day by half hours in the weeks before the first Happy Hour; null: there were none. */
  curveBefore: number[] | null
  departments: string[]
  rolledAt: number
}

const TOP = 5
const MONTHS_SHOWN = 12

/** The page of figures for the whole community. */
export function dashboardOf(ground: Ground, setting: Setting): DashboardView {
  const { span, days, months } = ground
  const all = span.kind === 'all'
  const whole = wholeDays(span, days)
  const rhythm = all ? rhythmSinceStart(ground) : rhythmOf(whole)
  const dayCount = Math.max(
    1,
    sumOf(rhythm.weekdays, days => days),
  )
  const average = rhythm.byHalfHour.map(visits => visits / dayCount)
  const lately = days.at(-1)
  return {
    kind: span.kind,
    from: span.from,
    to: span.to,
    title: span.title,
    comparison: {
      words: span.comparison,
      before: span.compared && rangeLabel(span.compared.before),
    },
    tiles: tilesOf(ground),
    curve: {
      average,
      before: setting.curveBefore,
      happyHours: setting.happyHours.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
      busiest: busiestOf(average),
    },
    rhythm: rhythm.byWeekHour.map((hours, weekday) =>
      hours.map(visits => visits / Math.max(1, rhythm.weekdays[weekday] ?? 1)),
    ),
    months: monthRows(ground),
    retention: all ? [] : retentionOf(days),
    cohorts: cohortsOf(months),
    funnel: funnelOf(days),
    lifecycle: lately ? lifecycleOf(lately) : [],
    topics: rankedOver(
      days.map(day => day.topics),
      TOP,
    ),
    associations: rankedOver(
      days.map(day => day.associations),
      TOP,
    ),
    goods: rankedOver(
      days.map(day => day.goods),
      TOP,
    ),
    departments: setting.departments,
    department: null,
    rolledAt: setting.rolledAt,
  }
}

/** The day that is not over is left out, unless there is no other. */
function rhythmSinceStart({ months, running }: Ground) {
  const rhythm = rhythmOver(months)
  const days = sumOf(months, month => month.days)
  return running && days > 1 ? rhythmWithout(rhythm, rhythmOf([running])) : rhythm
}

/** The busiest half hour before and after noon. */
function busiestOf(average: readonly number[]): number[] {
  const half = average.length / 2
  const top = (from: number) => {
    const part = average.slice(from, from + half)
    const most = Math.max(...part)
    return most > 0 ? [from + part.indexOf(most)] : []
  }
  return [...top(0), ...top(half)]
}

function monthRows({ span, months, running }: Ground): DashboardView['months'] {
  const ofMonth = (month: string) => (running?._id.startsWith(month) ? running : null)
  return months
    .filter(({ _id }) => _id <= span.to.slice(0, 7))
    .slice(-MONTHS_SHOWN)
    .map(({ _id, visits, visitors, posts, days, lastOn, retained }) => ({
      month: _id,
      visits,
      visitors,
      posts,
      days,
      lastOn,
      daysInAll: inChina(startOfDay(`${_id}-01`)).daysInMonth(),
      running: partOf(ofMonth(_id)),
      retained,
    }))
}

const partOf = (day: DayFigures | null) => day && { visits: day.visits, posts: day.posts }

function retentionOf(days: readonly DayFigures[]): DashboardView['retention'] {
  const parts = [
    ['次日', 'backAfter1'],
    ['7 天后', 'backAfter7'],
    ['30 天后', 'backAfter30'],
  ] as const
  return parts.map(([name, field]) => ({
    name,
    of: sumOf(days, day => day[field].of),
    people: sumOf(days, day => day[field].people),
  }))
}

const COHORTS_SHOWN = 6

function cohortsOf(months: readonly MonthFigures[]): DashboardView['cohorts'] {
  return months.slice(-COHORTS_SHOWN - 1, -1).map(({ _id }) => ({
    month: _id,
    later: months
      .filter(later => later._id > _id)
      .flatMap(later => {
        const part = later.cohorts.find(({ month }) => month === _id)
        return part ? [{ name: later._id, of: part.of, people: part.people }] : []
      }),
  }))
}

function funnelOf(days: readonly DayFigures[]): DashboardView['funnel'] {
  const steps = [
    ['注册', 'registered'],
    ['读了帖子', 'read'],
    ['发了帖', 'posted'],
    ['赚到沃币', 'earned'],
    ['兑换', 'redeemed'],
  ] as const
  return steps.map(([name, step]) => ({ name, count: sumOf(days, day => day.firstWeek[step]) }))
}

function lifecycleOf(day: DayFigures): DashboardView['lifecycle'] {
  return [
    { name: '新来的', count: day.newcomers },
    { name: '常来的', count: day.staying },
    { name: '回来的', count: day.returning },
    { name: '安静了的', count: day.quiet },
  ]
}
