import type { Day } from '@domain/kernel/time'
import type { ProblemCode } from '@domain/selfservice/validity'
import { sayDay } from './busWords'

const words: Record<ProblemCode, string> = {
  noDirection: '还没有线路或方向',
  noTrips: '有一个方向还没有班次',
  directionTwice: '同一个方向写了两次',
  fewStops: '一个方向至少两站',
  stopMissing: '有站点不在站点表里',
  stopTwice: '站点编号重复',
  serviceMissing: '有班次没有选运行日',
  serviceTwice: '运行日编号重复',
  agencyMissing: '没有写是哪个园区的线',
  lineTwice: '线路编号重复',
  tripTwice: '班次编号重复',
  tripsAlike: '有两班完全相同',
  callsWrong: '有一班的站数和线路对不上',
  fewCalls: '有一班停靠不到两站',
  timesFall: '有一站的时间比上一站早',
  tooLate: '时间超过 48:00',
  periodWrong: '运行日的起止日期对不上',
  exceptionTwice: '同一天写了两次例外',
  tooMany: '数量超过上限',
}

export function sayProblem(code: string): string {
  return words[code as ProblemCode] ?? code
}

/** Which trip of the way a problem is about, by its path: `directions.0.trips.3.calls.2`. */
export function tripOf(path: string): number | null {
  const [, number] = /trips\.(\d+)/.exec(path) ?? []
  return number === undefined ? null : Number(number)
}

interface Preview {
  problems: readonly { code: string }[]
  stale: boolean
  changes: readonly unknown[]
  earliestOn: Day
  waiting: { number: number; effectiveOn: Day } | null
}

/** Why a draft can't begin before a day. */
export function sayWaiting({ number, effectiveOn }: NonNullable<Preview['waiting']>): string {
  return `第 ${number} 版 ${sayDay(effectiveOn)}生效，这一版要排在它后面`
}

/** What keeps a draft from being published on a day for a reason, the first thing first; undefined: nothing. */
export function hindranceOf(preview: Preview | undefined, on: string, note: string): string | undefined {
  if (!preview) return '正在和线上的版本比…'
  if (preview.stale) return '在你改的时候发布了别的版本，请从新的一版开始'
  const [problem] = preview.problems
  if (problem) return sayProblem(problem.code)
  if (preview.changes.length === 0) return '和现行一样，没有要发布的'
  if (on === '') return '选从哪天起'
  if (on < preview.earliestOn)
    return preview.waiting ? sayWaiting(preview.waiting) : `最早 ${sayDay(preview.earliestOn)}`
  if ([...note.trim()].length < 2) return '写一句为什么，同事会看到'
  return undefined
}
