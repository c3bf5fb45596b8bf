import { careers } from '@domain/careers/contract'
import { PositionWords, type PositionWordsRead } from '@domain/careers/deskContract'
import { positionLimits } from '@domain/careers/position'
import { type PositionLine, planPositions, positionColumns } from '@domain/careers/positionFile'
import { Refusal, refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { type Employee, handle } from '@platform/context'
import { csvLines } from '@platform/csv'
import { readTextFile, removeFiles } from '@platform/storage'
import { colleaguesBy, noteFile, READ_LIFE_MS } from '../identity/public'
import { freshPosition } from './savePosition'
import { worksFor } from './scope'
import { positions } from './store'

interface Plan {
  lines: PositionLine[]
  /** How leads are called, by their number. */
  names: ReadonlyMap<string, string>
}

/**
 * What an uploaded file would do, line by line. Two requests.
 * @throws Refusal CAREERS_FILE_UNREADABLE when it is no CSV with the columns, is empty or too long
 */
async function planOf(fileId: string, employee: Employee): Promise<Plan> {
  const text = await readTextFile(fileId, 'CAREERS_FILE_UNREADABLE')
  const lines = csvLines(text, positionColumns, 'CAREERS_FILE_UNREADABLE')
  if (lines.length === 0 || lines.length > positionLimits.importLinesMax)
    throw new Refusal('CAREERS_FILE_UNREADABLE')
  const leadIds = [...new Set(lines.map(({ cells }) => cells.负责人编号.trim()).filter(Boolean))]
  const [known, leads] = await Promise.all([
    positions.find({
      where: { state: _.in(['draft', 'open', 'paused'] as const) },
      limit: positionLimits.openMax * 2,
      fields: ['title', 'city', 'department'],
    }),
    leadIds.length === 0 ? [] : colleaguesBy(leadIds),
  ])
  const names = new Map(leads.map(({ employeeId, name }) => [employeeId, name]))
  const colleagues = new Set(names.keys())
  const mayEdit = (city: string) => worksFor(employee, city)
  return { lines: planPositions(lines, { known, colleagues, mayEdit }).map(judged), names }
}

/** Whatever the contract would not take of a form it does not take of a file either. */
function judged(line: PositionLine): PositionLine {
  if (!('does' in line) || PositionWords.safeParse(line.does).success) return line
  return { line: line.line, title: line.title, wrong: '有看不见的字符或换行，改一下' }
}

export const checkPositions = handle(careers.checkPositions, async ({ employee, now }, { fileId }) => {
  await noteFile(fileId, now, READ_LIFE_MS)
  const { lines } = await planOf(fileId, employee)
  const told = lines.map(planned => {
    const { line, title } = planned
    if ('wrong' in planned) return { line, title, words: planned.wrong, wrong: true }
    if ('already' in planned) return { line, title, words: planned.already, wrong: false }
    const { city, department, headcount } = planned.does
    return { line, title, words: `${city} · ${department} · ${headcount} 人`, wrong: false }
  })
  const wrong = told.filter(line => line.wrong).length
  return { fileId, lines: told, right: told.length - wrong, wrong }
})

/** All lines in one transaction, or none. The file is read anew, so that it is judged by what it says now. */
export const importPositions = handle(careers.importPositions, async (ctx, { fileId, open }) => {
  const { lines, names } = await planOf(fileId, ctx.employee)
  refuse(
    lines.some(planned => 'wrong' in planned),
    'CAREERS_FILE_WRONG',
  )
  const rows = lines.flatMap(planned => ('does' in planned ? [PositionWords.parse(planned.does)] : []))
  await ctx.wechat.assertTextIsSafe(...rows.flatMap(textsOf))
  const fresh = rows.map((words, place) => {
    const leadName = words.leadId === null ? null : (names.get(words.leadId) ?? null)
    return freshPosition(ctx, { _id: ctx.newId(`position ${place}`), words, leadName, open })
  })
  const done = fresh.length
  const result = await ctx.transaction(
    async tx => {
      for (const position of fresh) await positions.in(tx).insert(position)
      return { done, already: lines.length - done }
    },
    () => ({ subject: positions.name, before: null, after: { imported: done, open } }),
  )
  await removeFiles([fileId])
  return result
})

const textsOf = ({ title, team, duties, requirements }: PositionWordsRead) => [
  title,
  team,
  duties,
  requirements,
]
