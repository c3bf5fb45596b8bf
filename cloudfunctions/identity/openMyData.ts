import { identity } from '@domain/identity/contract'
import { handle } from '@platform/context'
import { correctionsOf, ownCorrectionView } from './correctionReading'
import { deletionView } from './deletions'
import { gather } from './gathering'
import { exportView } from './packages'
import { deletions, packages } from './store'

export const openMyData = handle(identity.openMyData, async ({ employee, now }) => {
  const [tables, asked, deletion, [correction]] = await Promise.all([
    gather(employee.id),
    packages.get(employee.id),
    deletions.get(employee.id),
    correctionsOf(employee.id, 1),
  ])
  return {
    tables: tables.map(([name, rows]) => ({ name, rows: rows.length })),
    export: asked && asked.expiresAt > now ? exportView(asked) : null,
    deletion: deletion && deletionView(deletion),
    correction: correction ? ownCorrectionView(correction) : null,
    now,
  }
})
