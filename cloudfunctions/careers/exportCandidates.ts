import { candidateColumns, candidateStateNames } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { relationNames } from '@domain/careers/referral'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { csvOf } from '@platform/csv'
import { handOut } from '@platform/handedFiles'
import { readAll } from '@platform/readAll'
import { plainLines, sheetOf, type WorkbookColumn, type WorkbookSheet, workbookOf } from '@platform/workbook'
import { candidatesWhere } from './scope'
import { type CandidateDocument, candidates, exported } from './store'

const columns: readonly WorkbookColumn<CandidateDocument>[] = [
  { name: '职位', width: 24, value: one => one.positionTitle },
  { name: '城市', width: 8, value: one => one.city },
  { name: '来源', width: 10, value: one => (one.kind === 'referral' ? '内推' : '内部申请') },
  { name: '候选人', value: one => (one.kind === 'internal' ? one.person.name : (one.friend?.name ?? '')) },
  { name: '推荐人', value: one => one.creditName },
  { name: '关系', width: 10, value: one => (one.relation ? relationNames[one.relation] : '') },
  { name: '状态', value: one => candidateStateNames[one.state] },
  { name: '提交时间', width: 18, value: one => ({ at: one.submittedAt }) },
  { name: '最近进展', width: 18, value: one => ({ at: one.movedAt }) },
  { name: '奖励沃币', width: 10, value: one => one.reward },
]

/** Without numbers, friends masked; what is hidden from this recruiter is not in it either. */
export const exportCandidates = handle(careers.exportCandidates, async (ctx, { format, positionId }) => {
  const where = {
    ...candidatesWhere(ctx.employee),
    ...(positionId === undefined ? {} : { positionId }),
    column: _.in([...candidateColumns]),
  }
  const found = await readAll(candidates, where, 'boardKey')
  found.sort((one, other) => other.submittedAt - one.submittedAt)
  const sheet = sheetOf('候选人', columns, found)
  const csv = format === 'csv' ? csvOf(sheet.header, plainLines(sheet)) : null
  const handed = format === 'xlsx' ? await handOut(ctx, exported, await workbookFor(sheet)) : null
  return ctx.transaction(
    async tx => {
      if (handed) await exported.in(tx).put(handed.file)
      const url = handed?.url ?? null
      return { csv, url, candidates: found.length }
    },
    () => ({
      subject: candidates.name,
      before: null,
      after: { exportedCandidates: found.length, format, positionId: positionId ?? null },
    }),
  )
})

async function workbookFor(sheet: WorkbookSheet) {
  const content = await workbookOf([sheet])
  return { folder: 'careers', name: '候选人.xlsx', content, failed: 'CAREERS_EXPORT_FAILED' } as const
}
