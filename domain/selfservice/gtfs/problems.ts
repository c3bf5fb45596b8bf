import { networkLimits } from '../network'

/** What can be wrong with a line of a feed. */
export const feedProblemCodes = [
  'fileMissing',
  'unreadable',
  'columnMissing',
  'columnTwice',
  'valueMissing',
  'valueWrong',
  'idTwice',
  'nothingSuch',
  'sequenceTwice',
  'fewCalls',
  'timesFall',
  'tooLate',
  'tripsAlike',
  'periodWrong',
  'unsupported',
  'tooMany',
] as const
export type FeedProblemCode = (typeof feedProblemCodes)[number]

export interface FeedProblem {
  /** stop_times.txt */
  file: string
  /** The first line of a file, its header, is 1; 0: the file as a whole. */
  line: number
  /** The column that it is about; empty: the line. */
  field: string
  code: FeedProblemCode
}

/** What a feed has that is not taken over, or was made up: nothing wrong, but to be known. */
export const feedNoteCodes = [
  'fileIgnored',
  'timezoneForeign',
  'timesFilled',
  'directionsGuessed',
  'routesEmpty',
  'stationsLeftOut',
  'periodsClipped',
] as const
export type FeedNoteCode = (typeof feedNoteCodes)[number]

export interface FeedNote {
  file: string
  code: FeedNoteCode
  /** How many of them; 0 where it is not a number of things. */
  count: number
}

/** Collects what a reading finds. */
export interface FeedReport {
  problems: FeedProblem[]
  notes: FeedNote[]
}

const lostCodes: readonly FeedProblemCode[] = ['fileMissing', 'unreadable', 'columnMissing', 'columnTwice']

/** Whether nothing of a file could be read: what other files name out of it is then not wrong as well. */
export function isLost({ problems }: FeedReport, file: string): boolean {
  return problems.some(problem => problem.file === file && lostCodes.includes(problem.code))
}

/** What each problem means, for whoever mends the feed. */
export const feedProblemWords: Record<FeedProblemCode, string> = {
  fileMissing: '缺少这个文件',
  unreadable: '读不出来：要 UTF-8 编码、英文逗号分隔，引号要成对',
  columnMissing: '缺少这一列',
  columnTwice: '这一列出现了两次',
  valueMissing: '没有填',
  valueWrong: '格式不对',
  idTwice: '编号重复',
  nothingSuch: '指向的编号不存在',
  sequenceTwice: '同一班次里站序重复',
  fewCalls: '这一班少于两站',
  timesFall: '时间比上一站早',
  tooLate: '时间超过 48:00:00',
  tripsAlike: '和另一班完全相同',
  periodWrong: '结束日期比开始日期早',
  unsupported: '这个文件目前不支持，请把班次展开到 stop_times.txt',
  tooMany: '数量超过上限',
}

export const feedNoteWords: Record<FeedNoteCode, string> = {
  fileIgnored: '用不到，没有读',
  timezoneForeign: '时区不是 Asia/Shanghai，时间按原样使用',
  timesFilled: '处没有写时间，按前后站推算',
  directionsGuessed: '条线路没有写方向，按站序推断',
  routesEmpty: '条线路没有班次，没有导入',
  stationsLeftOut: '个车站或出入口不是上车点，没有导入',
  periodsClipped: `种运行日超过 ${networkLimits.serviceDaysMax} 天，只取今天起的这一段`,
}
