import type { AuditFilter, AuditView, exportSources } from '@domain/access/auditContract'
import type { WorkbookColumn } from '@platform/workbook'
import { auditsBelow, viewsOf } from './auditReading'

/** Something that can be exported. A room registers one line in `sources` and says how a slice is read. */
export interface ExportSource {
  /** Of the sheet and of the file. */
  name: string
  /** A slice from `after` on, as rows that JSON can keep; `next` null: that was the last. */
  read(filter: Record<string, string>, after: string | null): Promise<{ rows: object[]; next: string | null }>
  columns: readonly WorkbookColumn<never>[]
}

const SLICE_ROWS = 500

const auditColumns: readonly WorkbookColumn<AuditView>[] = [
  { name: '编号', width: 8, value: ({ number }) => number },
  { name: '时间', width: 18, value: ({ at }) => ({ at }) },
  { name: '工号', value: ({ by }) => by },
  { name: '姓名', value: ({ byName }) => byName },
  { name: '操作', width: 28, value: ({ action }) => action },
  { name: '对象', width: 40, value: ({ subject }) => subject },
  { name: '之前', width: 40, value: ({ before }) => before },
  { name: '之后', width: 40, value: ({ after }) => after },
  { name: '校验值', width: 66, value: ({ hash }) => hash },
]

async function readAudit(filter: AuditFilter, after: string | null) {
  const found = await auditsBelow(filter, after, SLICE_ROWS)
  return {
    rows: await viewsOf(found),
    next: found.length < SLICE_ROWS ? null : (found.at(-1)?._id ?? null),
  }
}

export const sources: Record<(typeof exportSources)[number], ExportSource> = {
  audit: { name: '操作记录', read: readAudit, columns: auditColumns as readonly WorkbookColumn<never>[] },
}

export type SourceName = keyof typeof sources
