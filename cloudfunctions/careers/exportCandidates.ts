import { randomUUID } from 'node:crypto'
import { candidateColumns, candidateStateNames } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { relationNames } from '@domain/careers/referral'
import { inChina, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { csvOf } from '@platform/csv'
import { storeFile, temporaryLink } from '@platform/storage'
import { sheetOf, type WorkbookColumn, workbookOf } from '@platform/workbook'
import { candidatesWhere } from './scope'
import { type CandidateDocument, candidates, exported } from './store'

const CANDIDATES_MAX = 1_000
const FILE_LIFE_MS = 10 * MINUTE_MS

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

/** Masked and without numbers; what is hidden from this recruiter is not in it either. */
export const exportCandidates = handle(careers.exportCandidates, async (ctx, { format, positionId }) => {
  const found = await candidates.find({
    where: {
      ...candidatesWhere(ctx.employee),
      ...(positionId === undefined ? {} : { positionId }),
      column: _.in([...candidateColumns]),
    },
    limit: CANDIDATES_MAX,
  })
  found.sort((one, other) => other.submittedAt - one.submittedAt)
  const csv = format === 'csv' ? tableOf(found) : null
  const url = format === 'xlsx' ? await linkOf(ctx, found) : null
  return ctx.transaction(
    async () => ({ csv, url, candidates: found.length, complete: found.length < CANDIDATES_MAX }),
    () => ({
      subject: candidates.name,
      before: null,
      after: { exportedCandidates: found.length, format, positionId: positionId ?? null },
    }),
  )
})

function tableOf(found: readonly CandidateDocument[]): string {
  const rows = found.map(one =>
    columns.map(({ value }) => {
      const cell = value(one)
      return typeof cell === 'object' && cell !== null ? inChina(cell.at).format('YYYY-MM-DD HH:mm') : cell
    }),
  )
  return csvOf(
    columns.map(({ name }) => name),
    rows,
  )
}

/** The timer removes the file when its link has ended. */
async function linkOf({ now }: EmployeeContext, found: readonly CandidateDocument[]): Promise<string> {
  const cloudPath = `exports/${randomUUID()}.xlsx`
  const content = await workbookOf([sheetOf('候选人', columns, found)])
  const fileId = await storeFile(cloudPath, content, 'CAREERS_EXPORT_FAILED')
  await exported.insert({ _id: randomUUID(), fileId, expiresAt: now + FILE_LIFE_MS })
  return temporaryLink(fileId, 'CAREERS_EXPORT_FAILED')
}
