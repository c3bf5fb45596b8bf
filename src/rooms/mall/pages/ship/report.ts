import { grouped } from '@domain/kernel/grouped'
import type { api, Output } from '@/api'
import { csvOf } from '@/rooms/csv'

export type Report = Output<typeof api.mall.checkShipping>
export type ReportLine = Report['lines'][number]

/** Some lines of a file, and how many there are besides. */
export type Listed = Pick<Report, 'lines' | 'more' | 'wrong'>

const wrongLeft = ({ lines, wrong }: Listed) => wrong - lines.filter(line => line.wrong).length

/** What is said of the lines that are not listed; null: all are. */
export function sayUnlisted(listed: Listed): string | null {
  const wrong = wrongLeft(listed)
  const right = listed.more - wrong
  if (listed.more === 0) return null
  const parts = [
    ...(wrong > 0 ? [`${grouped(wrong)} 行要改的`] : []),
    ...(right > 0 ? [`${grouped(right)} 行可以的`] : []),
  ]
  return `还有 ${parts.join('、')}没有列出${wrong > 0 ? '，要改的会跳过' : ''}`
}

/** What is to be put right, as a table that lies beside the file; its last line says how many it lacks. */
export function problemsAsCsv(listed: Listed): string {
  const rows = listed.lines
    .filter(({ wrong }) => wrong)
    .map(({ line, number, words }) => [line, number, words])
  const left = wrongLeft(listed)
  const lacking = left > 0 ? [['', '', `还有 ${grouped(left)} 行要改的没有列出，改好这些再核对一次`]] : []
  return csvOf([['行', '号码', '问题'], ...rows, ...lacking])
}
