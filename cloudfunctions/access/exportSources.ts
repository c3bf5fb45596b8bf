import { sayAction } from '@domain/access/actionWords'
import type { AuditView, exportSources } from '@domain/access/auditContract'
import { type RecordNames, sayFacts, sayWhom } from '@domain/access/recordWords'
import type { Permission } from '@domain/access/roles'
import type { MembershipState } from '@domain/union/membership'
import type { WorkbookColumn } from '@platform/workbook'
import { type DecidedLine, decidedLines } from '../union/public'
import { auditsBelow, viewsOf } from './auditReading'
import { headOf } from './sealing'

/** What was asked for, and over what whoever asked held the permission; null: the whole company. */
export interface Wished {
  filter: Record<string, string>
  scopes: string[] | null
}

/** Something that can be exported. A room registers one line in `sources` and says how a slice is read. */
export interface ExportSource {
  /** Who may ask for it. What they see is limited to their scopes by `read`. */
  permission: Permission
  /** Of the sheet. */
  name: string
  /** How many rows there will be, where that is cheap to say. */
  total?(wished: Wished): Promise<number>
  /** A slice from `after` on, as rows that JSON can keep; `next` null: that was the last. */
  read(wished: Wished, after: string | null): Promise<{ rows: object[]; next: string | null }>
  columns: readonly WorkbookColumn<never>[]
}

const SLICE_ROWS = 500

const auditColumns: readonly WorkbookColumn<AuditView>[] = [
  { name: '编号', width: 8, value: ({ number }) => number },
  { name: '时间', width: 18, value: ({ at }) => ({ at }) },
  { name: '工号', value: ({ by }) => by },
  { name: '姓名', value: ({ byName }) => byName },
  { name: '操作', width: 28, value: ({ action }) => sayAction(action) },
  { name: '对象', width: 40, value: ({ subject }) => subject },
  { name: '之前', width: 40, value: ({ before }) => before },
  { name: '之后', width: 40, value: ({ after }) => after },
  { name: '校验值', width: 66, value: ({ hash }) => hash },
]

/** Rows are kept in words, since the names come with the slice that they were read in. */
async function readAudit({ filter }: Wished, after: string | null) {
  const found = await auditsBelow(filter, after, SLICE_ROWS)
  const { records, names } = await viewsOf(found)
  const called: RecordNames = new Map(names.map(({ id, name }) => [id, name]))
  return {
    rows: records.map(record => ({
      ...record,
      subject: sayWhom(record, called),
      before: sayFacts(record.before, called),
      after: sayFacts(record.after, called),
    })),
    next: found.length < SLICE_ROWS ? null : (found.at(-1)?._id ?? null),
  }
}

const stateWords: Record<MembershipState, string> = {
  pending: '等处理',
  member: '会员',
  refused: '已拒绝',
  withdrawn: '本人撤回',
  left: '本人退出',
  revoked: '资格已取消',
  removed: '已移出',
}

const decidedColumns: readonly WorkbookColumn<DecidedLine>[] = [
  { name: '协会', width: 18, value: ({ associationName }) => associationName },
  { name: '工号', value: ({ employeeId }) => employeeId },
  { name: '姓名', value: ({ name }) => name },
  { name: '部门', value: ({ department }) => department },
  { name: '园区', value: ({ site }) => site },
  { name: '申请时间', width: 18, value: ({ appliedAt }) => ({ at: appliedAt }) },
  { name: '现在', value: ({ state }) => stateWords[state] },
  { name: '谁处理的', value: ({ decidedBy }) => decidedBy },
  { name: '处理时间', width: 18, value: ({ decidedAt }) => (decidedAt === null ? null : { at: decidedAt }) },
  { name: '理由', width: 40, value: ({ reason }) => reason },
]

export const sources: Record<(typeof exportSources)[number], ExportSource> = {
  audit: {
    permission: 'access.audit.read',
    name: '操作记录',
    total: async ({ filter }) => (Object.keys(filter).length === 0 ? (await headOf()).number : 0),
    read: readAudit,
    columns: auditColumns as readonly WorkbookColumn<never>[],
  },
  decided: {
    permission: 'union.applications.decide',
    name: '已处理的申请',
    read: ({ scopes }, after) => decidedLines(scopes, after, SLICE_ROWS),
    columns: decidedColumns as readonly WorkbookColumn<never>[],
  },
}

export type SourceName = keyof typeof sources
