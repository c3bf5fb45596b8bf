import type { ExportView } from '@domain/access/auditContract'
import { access } from '@domain/access/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { temporaryLink } from '@platform/storage'
import { EXPORT_LIFE_MS, makeSlice } from './exporting'
import type { SourceName } from './exportSources'
import { headOf } from './sealing'
import { type ExportDocument, exports } from './store'

/** Long enough to tap it; whoever comes later is given another. */
const LINK_SECONDS = 600

const requestExport = handle(access.requestExport, async (ctx, { source, filter }) => {
  const isWhole = Object.keys(filter).length === 0
  const total = isWhole ? (await headOf()).number : null
  const job: ExportDocument = {
    _id: ctx.newId('export'),
    ownerId: ctx.employee.id,
    source,
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    state: 'running',
    after: null,
    rows: 0,
    total,
    parts: 0,
    fileId: null,
    leaseUntil: 0,
    askedAt: ctx.now,
    expiresAt: ctx.now + EXPORT_LIFE_MS,
  }
  return ctx.transaction(
    async tx => {
      await exports.in(tx).insert(job)
      return { exportId: job._id }
    },
    () => ({ subject: `${exports.name}/${job._id}`, before: null, after: { source, filter: job.filter } }),
  )
})

const continueExport = handle(access.continueExport, async ({ employee, now }, { exportId }) => {
  const found = await exports.require(exportId, 'ACCESS_EXPORT_MISSING')
  refuse(found.ownerId !== employee.id || found.expiresAt <= now, 'ACCESS_EXPORT_MISSING')
  return viewOf(await makeSlice(found))
})

async function viewOf(job: ExportDocument): Promise<ExportView> {
  const { _id, source, state, rows, total, fileId, askedAt, expiresAt } = job
  const part = total === null || total === 0 ? 0 : Math.min(99, Math.floor((rows / total) * 100))
  return {
    exportId: _id,
    source: source as SourceName,
    state,
    rows,
    percent: state === 'ready' ? 100 : part,
    url: fileId === null ? null : await temporaryLink(fileId, LINK_SECONDS, 'ACCESS_EXPORT_FAILED'),
    askedAt,
    expiresAt,
  }
}

export const exportHandlers = { requestExport, continueExport }
