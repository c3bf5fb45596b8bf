import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { EXPORT_LIFE_MS, exportView } from './packages'
import { type ExportDocument, packages } from './store'

/** Where exports lie: no client reads or writes there but by a link. */
const FOLDER = 'documents/own'

export const requestExport = handle(identity.requestExport, async ctx => {
  const employeeId = ctx.employee.id
  return ctx.transaction(async tx => {
    const before = await packages.in(tx).get(employeeId)
    refuse(before !== null && before.expiresAt > ctx.now, 'IDENTITY_EXPORT_TOO_SOON')
    const asked: ExportDocument = {
      _id: employeeId,
      state: 'gathering',
      path: `${FOLDER}/${ctx.newId('export')}.zip`,
      // The one before goes when this one is made; until then it is not forgotten.
      fileId: before?.fileId ?? null,
      askedAt: ctx.now,
      expiresAt: ctx.now + EXPORT_LIFE_MS,
    }
    await packages.in(tx).put(asked)
    return exportView(asked)
  })
})
