import type { identity } from '@domain/identity/contract'
import { type RosterColumn, rosterColumns } from '@domain/identity/rosterColumns'
import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { grouped } from '@domain/kernel/grouped'
import { inChina } from '@domain/kernel/time'
import { csvOf } from '@/rooms/csv'

export type Report = OutputOf<typeof identity.openImport>
export type Problem = Report['problems'][number]
export type Action = InputOf<typeof identity.listImportLines>['action']
type Field = keyof Report['changedFields']

interface ProblemWords {
  name: string
  tone: 'bad' | 'neutral'
  /** What HR does about it, in the file or elsewhere: advice, for the page changes no file. */
  remedy: string
}

export const problemWords: Record<Problem['problem'], ProblemWords> = {
  missing: { name: '缺少', tone: 'bad', remedy: '在文件里补上' },
  format: { name: '格式', tone: 'neutral', remedy: '在文件里改过来' },
  duplicate: { name: '重复', tone: 'bad', remedy: '文件里只留一行' },
  samePhone: { name: '疑似', tone: 'neutral', remedy: '核对这两个人' },
  returning: { name: '返岗', tone: 'neutral', remedy: '先办返岗' },
  lastAdmin: { name: '管理员', tone: 'neutral', remedy: '先授给另一位' },
  oneself: { name: '本人', tone: 'neutral', remedy: '请另一位同事导入' },
  unknownPlace: { name: '没有', tone: 'neutral', remedy: '按名单的叫法写' },
  unknownStatus: { name: '状态', tone: 'neutral', remedy: '写在职或离职' },
}

export const fieldNames: Record<Field, string> = {
  name: '姓名',
  phone: '手机号',
  department: '部门',
  site: '园区',
  joinedOn: '入职日期',
  status: '状态',
}

const statusWords: Readonly<Record<string, string>> = { active: '在职', left: '离职' }

/** A field's value in the words of the file. */
export const sayField = (field: Field, value: string): string =>
  field === 'status' ? (statusWords[value] ?? value) : value

export interface Figure {
  label: string
  count: number
  meaning: string
}

const FIELDS_SAID = 3

/** "部门 31、园区 12、姓名 6": what changes most. */
function sayChanged(counts: Report['changedFields']): string {
  const most = (Object.keys(counts) as Field[])
    .filter(field => counts[field] > 0)
    .sort((one, other) => counts[other] - counts[one])
    .slice(0, FIELDS_SAID)
  return most.map(field => `${fieldNames[field]} ${grouped(counts[field])}`).join('、') || '没有人改'
}

/** The six numbers that say what an import would do: what was read is the sum of the others. */
export function figuresOf(
  report: Omit<Report, 'problems' | 'moreProblems' | 'offices'>,
  problemCount: number,
): Figure[] {
  return [
    { label: '读到', count: report.read, meaning: report.fileName },
    { label: '没有变化', count: report.unchanged, meaning: '不会动' },
    { label: '新入职', count: report.joining, meaning: '可以来登记' },
    { label: '有改动', count: report.changed, meaning: sayChanged(report.changedFields) },
    { label: '离职', count: report.leaving, meaning: report.leaving > 0 ? '停用账号' : '没有人离开' },
    { label: '要你看', count: problemCount, meaning: '先不导入，其余不等它' },
  ]
}

/** "11 月 24 日的名单，核对结果", in the parts between which a line may break. */
export function titleOf({ checkedAt, state }: Pick<Report, 'checkedAt' | 'state'>): [string, string] {
  const day = inChina(checkedAt)
  const words = { checked: '核对结果', applying: '正在导入', applied: '已导入' }[state]
  return [`${day.month() + 1} 月 ${day.date()} 日的名单，`, words]
}

/** What is said beside the button that writes an import; of accounts that it ends, how many. */
export function consequenceOf({ state, leaving }: Pick<Report, 'state' | 'leaving'>): string {
  if (state === 'applying') return ''
  if (state === 'applied') return '新名单已经生效'
  const ends = leaving > 0 ? `会停用 ${grouped(leaving)} 位。` : ''
  return `${ends}导入前，名单没有任何改动`
}

const example: Readonly<Record<RosterColumn, string>> = {
  员工编号: 'VC012345',
  姓名: '李示例',
  手机号: '13800000000',
  部门: '研发',
  园区: '上海',
  入职日期: '2026-11-02',
  状态: '在职',
}

/** A file to write the roster into: the header, and a line that shows how each column is written. */
export const rosterTemplate = csvOf([rosterColumns, rosterColumns.map(column => example[column])])

/** The lines to look at as CSV, for the person who keeps the file. */
export function problemsAsCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ line, employeeId, name, department, site, problem, detail }) => [
    ...[line, employeeId, name, department, site],
    ...[problemWords[problem].name, detail],
  ])
  return csvOf([['行', '员工编号', '姓名', '部门', '园区', '问题', '说明'], ...rows])
}
