import { earnedToday } from '@domain/coin/ledger'
import { trendOf } from '@domain/coin/trend'
import { identity } from '@domain/identity/contract'
import { handleWith } from '@platform/context'
import { placesAheadAlong } from '../booking/public'
import { accountAlong, accountFrom } from '../coin/public'
import { favouritesOf, writtenAlong, writtenFrom } from '../forum/public'
import { badgesOfEmployee, streakAlong, streakFrom } from '../growth/public'
import { underWayAlong } from '../mall/public'
import { unreadAlong, unreadFrom } from '../notice/public'
import { openTicketsAlong } from '../selfservice/public'
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
  underWay: underWayAlong(),
  ahead: placesAheadAlong(),
  tickets: openTicketsAlong(),
  ...writtenAlong(),
  ...unreadAlong(),
})

export const openProfile = handleWith(
  identity.openProfile,
  along,
  async ({ employee, now }, _input, found) => {
    const account = accountFrom(employee.id, found.account[0] ?? null)
    const [unread, favourites, badges, streak] = await Promise.all([
      unreadFrom(employee, found),
      favouritesOf(employee.id),
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
      ordersUnderWay: found.underWay.length,
      ...writtenFrom(found),
      favourites,
      associations: found.joined.length,
      places: found.ahead.length,
      tickets: found.tickets.length,
      badges: badges.filter(({ held }) => held).map(({ badge }) => badge),
      streak,
      deletion: found.deletion[0] ? deletionView(found.deletion[0]) : null,
      trend: trendOf(account.closings, now),
      now,
    }
  },
)
