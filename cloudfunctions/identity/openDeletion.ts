import { identity } from '@domain/identity/contract'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { blockersOf, deletionView } from './deletions'
import { deletions } from './store'

const along = () => ({
  account: accountAlong(),
  deletion: deletions.along({ where: {}, ofCaller: '_id', limit: 1 }),
})

export const openDeletion = handleWith(
  identity.openDeletion,
  along,
  async ({ employee, now }, _input, found) => {
    const [deletion] = found.deletion
    return {
      blockers: await blockersOf(employee, now),
      balance: accountFrom(employee.id, found.account[0] ?? null).balance,
      deletion: deletion ? deletionView(deletion) : null,
      now,
    }
  },
)
