import { earnedToday } from '@domain/coin/ledger'
import { identity } from '@domain/identity/contract'
import { handleWith } from '@platform/context'
import { accountAlong, accountFrom } from '../coin/public'
import { livePostsOf } from '../forum/public'
import { ordersUnderWay } from '../mall/public'
import { unreadAlong, unreadFrom } from '../notice/public'
import { associationsJoined } from '../union/public'
import { meOf } from './people'

const along = () => ({ account: accountAlong(), ...unreadAlong() })

export const openProfile = handleWith(
  identity.openProfile,
  along,
  async ({ employee, now }, _input, found) => {
    const account = accountFrom(employee.id, found.account[0] ?? null)
    const [underWay, posts, associations] = await Promise.all([
      ordersUnderWay(employee.id),
      livePostsOf(employee.id),
      associationsJoined(employee.id),
    ])
    return {
      me: meOf(employee),
      phoneMasked: employee.phoneMasked,
      balance: account.balance,
      debt: account.debt,
      experience: account.experience,
      earnedToday: earnedToday(account, now),
      unread: unreadFrom(employee, found),
      ordersUnderWay: underWay,
      posts,
      associations,
      now,
    }
  },
)
