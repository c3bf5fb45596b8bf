import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { begin, closeIfWritten, writeSlice } from './importing'
import { reportOf } from './importReport'
import { imports } from './store'

/** Answers `applying` when one slice was not enough: the caller asks again, or the timer goes on. */
export const applyRoster = handle(identity.applyRoster, async (ctx, { importId }) => {
  const found = await imports.require(importId, 'IDENTITY_IMPORT_MISSING')
  refuse(found.state === 'applied', 'IDENTITY_IMPORT_APPLIED')
  if (found.state === 'checked') await begin(importId, ctx.employee.id, ctx.now)
  await writeSlice(found)
  let written = found.written
  return ctx.transaction(
    async tx => {
      const document = await closeIfWritten(tx, importId, ctx.now)
      written = document.written
      return reportOf(document)
    },
    () => ({
      subject: `${imports.name}/${importId}`,
      before: { written: found.written },
      after: { written, counts: found.counts },
    }),
  )
})
