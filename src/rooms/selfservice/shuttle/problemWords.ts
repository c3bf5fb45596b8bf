import type { ProblemCode } from '@domain/selfservice/validity'

const words: Record<ProblemCode, string> = {
  noDirection: '还没有线路或方向',
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
