import { earnedToday } from '@domain/coin/ledger'
import { identity } from '@domain/identity/contract'
import { handle } from '@platform/context'
import { accountOf } from '../coin/public'
import { livePostsOf } from '../forum/public'
import { ordersUnderWay } from '../mall/public'
import { unreadOf } from '../notice/public'
import { associationsJoined } from '../union/public'
import { meOf } from './people'

export const openProfile = handle(identity.openProfile, async ({ employee, now }) => {
  const [account, unread, underWay, posts, associations] = await Promise.all([
    accountOf(employee.id),
    unreadOf(employee),
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
    unread,
    ordersUnderWay: underWay,
    posts,
    associations,
    now,
  }
})
