import { identity } from '@domain/identity/contract'
import { handle } from '@platform/context'
import { reportOf } from './importReport'
import { imports } from './store'

export const openImport = handle(identity.openImport, async (_ctx, { importId }) =>
  reportOf(await imports.require(importId, 'IDENTITY_IMPORT_MISSING')),
)
