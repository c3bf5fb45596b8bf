import type { identity } from '@domain/identity/contract'
import type { OutputOf } from '@domain/kernel/contract'
import { inChina } from '@domain/kernel/time'

export type Report = OutputOf<typeof identity.openImport>
export type Problem = Report['problems'][number]

interface ProblemWords {
  name: string
  tone: 'bad' | 'neutral'
  /** What HR does about it in the file. */
  remedy: string
}

export const problemWords: Record<Problem['problem'], ProblemWords> = {
  missing: { name: '缺少', tone: 'bad', remedy: '补上再导' },
  format: { name: '格式', tone: 'neutral', remedy: '改写法' },
  duplicate: { name: '重复', tone: 'bad', remedy: '留一行' },
  samePhone: { name: '疑似', tone: 'neutral', remedy: '看两个人' },
  unknownStatus: { name: '状态', tone: 'neutral', remedy: '写在职或离职' },
}

export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

export interface Figure {
  label: string
  count: number
  meaning: string
}

/** The five numbers that say what an import would do. */
export function figuresOf(report: Omit<Report, 'problems' | 'moreProblems'>, problemCount: number): Figure[] {
  return [
    { label: '读到', count: report.read, meaning: '文件里的行' },
    { label: '没有变化', count: report.unchanged, meaning: '不会动' },
    { label: '新入职', count: report.joining, meaning: '可以来登记' },
    { label: '有改动', count: report.changed, meaning: `另有离职 ${grouped(report.leaving)}` },
    { label: '要你看', count: problemCount, meaning: '先不导入，其余不等它' },
  ]
}

/** "11 月 24 日的名单，核对结果" */
export function titleOf({ checkedAt, state }: Pick<Report, 'checkedAt' | 'state'>): string {
  const day = inChina(checkedAt)
  const words = { checked: '核对结果', applying: '正在导入', applied: '已导入' }[state]
  return `${day.month() + 1} 月 ${day.date()} 日的名单，${words}`
}

const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)

/** The lines to look at as CSV, for the person who keeps the file. */
export function problemsAsCsv(problems: readonly Problem[]): string {
  const lines = problems.map(({ line, employeeId, name, problem, detail }) =>
    [String(line), employeeId, name, problemWords[problem].name, detail].map(cell).join(','),
  )
  return ['行,员工编号,姓名,问题,说明', ...lines].join('\n')
}
