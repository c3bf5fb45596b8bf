import { isDeepStrictEqual } from 'node:util'
import type { ExportView } from '@domain/access/auditContract'
import { access } from '@domain/access/contract'
import { can, scopesOf } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { temporaryLink } from '@platform/storage'
import { EXPORT_LIFE_MS, makeSlice } from './exporting'
import { type SourceName, sources } from './exportSources'
import { type ExportDocument, exports } from './store'

/** Of one person at once: each goes on by itself, and a function makes one slice at a time. */
const RUNNING_MAX = 3

const wishOf = ({ source, filter, scopes }: ExportDocument) => ({ source, filter, scopes })

const requestExport = handle(access.requestExport, async (ctx, { source, filter }) => {
  const { permission, total } = sources[source]
  const { employee, now } = ctx
  refuse(!can(employee.grants, permission), 'ACCESS_EXPORT_NOT_YOURS')
  const wished = {
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    scopes: scopesOf(employee.grants, permission),
  }
  const running = await exports.find({
    where: { ownerId: employee.id, state: 'running' },
    orderBy: [['askedAt', 'desc']],
    limit: RUNNING_MAX,
  })
  const same = running.find(one => isDeepStrictEqual(wishOf(one), { source, ...wished }))
  if (same) return { exportId: same._id }
  refuse(running.length === RUNNING_MAX, 'ACCESS_EXPORT_BUSY')
  const job: ExportDocument = {
    _id: ctx.newId('export'),
    ownerId: employee.id,
    source,
    ...wished,
    state: 'running',
    after: null,
    rows: 0,
    cut: false,
    tries: 0,
    total: (await total?.(wished)) ?? null,
    parts: 0,
    fileId: null,
    leaseUntil: 0,
    askedAt: now,
    expiresAt: now + EXPORT_LIFE_MS,
  }
  return ctx.transaction(
    async tx => {
      await exports.in(tx).insert(job)
      return { exportId: job._id }
    },
    () => ({ subject: `${exports.name}/${job._id}`, before: null, after: { source, ...wished } }),
  )
})

const continueExport = handle(access.continueExport, async ({ employee, now }, { exportId }) => {
  const found = await exports.require(exportId, 'ACCESS_EXPORT_MISSING')
  refuse(found.ownerId !== employee.id || found.expiresAt <= now, 'ACCESS_EXPORT_MISSING')
  // Whoever has lost the role since, or some of what it was about, gets nothing any more.
  const { permission } = sources[found.source as SourceName]
  const over = found.scopes ?? [undefined]
  refuse(!over.every(scopeId => can(employee.grants, permission, scopeId)), 'ACCESS_EXPORT_MISSING')
  return viewOf(await makeSlice(found))
})

async function viewOf(job: ExportDocument): Promise<ExportView> {
  const { _id, source, state, rows, cut, total, fileId, askedAt, expiresAt } = job
  const part = total === null || total === 0 ? 0 : Math.min(99, Math.floor((rows / total) * 100))
  return {
    exportId: _id,
    source: source as SourceName,
    state,
    rows,
    cut,
    percent: state === 'ready' ? 100 : part,
    url: fileId === null ? null : await temporaryLink(fileId, 'ACCESS_EXPORT_FAILED'),
    askedAt,
    expiresAt,
  }
}

export const exportHandlers = { requestExport, continueExport }
