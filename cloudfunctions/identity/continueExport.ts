import { identity } from '@domain/identity/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { exportView, linkOf, makeReady } from './packages'
import { packages } from './store'

export const continueExport = handle(identity.continueExport, async ({ employee, now }) => {
  const asked = await packages.get(employee.id)
  if (!asked || asked.expiresAt <= now) throw new Refusal('IDENTITY_EXPORT_MISSING')
  const ready = await makeReady(asked, now)
  return { ...exportView(ready), url: await linkOf(ready) }
})
