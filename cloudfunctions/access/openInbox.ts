import { agesOf } from '@domain/access/ages'
import { access } from '@domain/access/contract'
import { agesByKind, gatherInbox } from '@domain/access/inbox'
import { permissionsOf } from '@domain/access/roles'
import { handle } from '@platform/context'
import { waitingFor } from './public'

export const openInbox = handle(access.openInbox, async ({ employee, now }) => {
  const inbox = gatherInbox(await waitingFor(employee), now)
  return {
    ...inbox,
    ages: agesOf(
      inbox.waiting.map(({ since }) => since),
      now,
    ),
    kindAges: agesByKind(inbox.waiting, now),
    permissions: permissionsOf(employee.grants),
    now,
  }
})
