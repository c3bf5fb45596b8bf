import { access } from '@domain/access/contract'
import { gatherInbox } from '@domain/access/inbox'
import { permissionsOf } from '@domain/access/roles'
import { handle } from '@platform/context'
import { waitingFor } from './public'

export const openInbox = handle(access.openInbox, async ({ employee, now }) => ({
  ...gatherInbox(await waitingFor(employee)),
  permissions: permissionsOf(employee.grants),
  now,
}))
