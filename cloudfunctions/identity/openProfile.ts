import { earnedToday } from '@domain/coin/ledger'
import { trendOf } from '@domain/coin/trend'
import { identity } from '@domain/identity/contract'
import { handleWith } from '@platform/context'
import { placesAhead } from '../booking/public'
import { accountAlong, accountFrom } from '../coin/public'
import { favouritesOf, writtenBy } from '../forum/public'
import { badgesOfEmployee, streakAlong, streakFrom } from '../growth/public'
import { ordersUnderWay } from '../mall/public'
import { unreadAlong, unreadFrom } from '../notice/public'
import { ticketsOpen } from '../selfservice/public'
import { avatarView } from './avatar'
import { deletionView } from './deletions'
import { meOf } from './people'
import { deletions, employees } from './store'

/** What the caller's own document knows beyond what every call does. */
const selfAlong = () => employees.along({ where: {}, ofCaller: '_id', limit: 1, fields: ['avatar'] })

const deletionAlong = () => deletions.along({ where: {}, ofCaller: '_id', limit: 1 })

const along = () => ({
  account: accountAlong(),
  streak: streakAlong(),
  self: selfAlong(),
  deletion: deletionAlong(),
  ...unreadAlong(),
})

export const openProfile = handleWith(
  identity.openProfile,
  along,
  async ({ employee, now }, _input, found) => {
    const account = accountFrom(employee.id, found.account[0] ?? null)
    const [unread, underWay, written, favourites, places, tickets, badges, streak] = await Promise.all([
      unreadFrom(employee, found),
      ordersUnderWay(employee.id),
      writtenBy(employee.id),
      favouritesOf(employee.id),
      placesAhead(employee.id, now),
      ticketsOpen(employee.id),
      badgesOfEmployee(employee, found.streak[0] ?? null, now),
      streakFrom(found.streak[0] ?? null, now),
    ])
    return {
      me: meOf(employee),
      phoneMasked: employee.phoneMasked,
      avatar: avatarView(found.self[0]?.avatar),
      balance: account.balance,
      debt: account.debt,
      experience: account.experience,
      earnedToday: earnedToday(account, now),
      unread,
      ordersUnderWay: underWay,
      ...written,
      favourites,
      associations: found.joined.length,
      places,
      tickets,
      badges: badges.filter(({ held }) => held).map(({ badge }) => badge),
      streak,
      deletion: found.deletion[0] ? deletionView(found.deletion[0]) : null,
      trend: trendOf(account.closings, now),
      now,
    }
  },
)
