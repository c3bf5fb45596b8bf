import { can } from '@domain/access/roles'
import { earnedToday } from '@domain/coin/ledger'
import { identity } from '@domain/identity/contract'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { ugcEnabled } from '@platform/configuration'
import { handleWith } from '@platform/context'
import { waitingFor } from '../access/public'
import { accountAlong, accountFrom } from '../coin/public'
import { templateIds, unreadAlong, unreadFrom } from '../notice/public'
import { meOf } from './people'

const along = () => ({ account: accountAlong(), ...unreadAlong() })

export const openSession = handleWith(identity.openSession, along, async ({ caller, now }, _input, found) => {
  const employee = caller.standing === 'employee' ? caller.employee : null
  const account = employee && accountFrom(employee.id, found.account?.[0] ?? null)
  const [unread, waiting] = await Promise.all([
    employee ? unreadFrom(employee, found) : 0,
    employee ? waitingFor(employee) : [],
  ])
  const hasInbox = employee !== null && can(employee.grants, 'access.inbox')
  return {
    standing: caller.standing,
    me: employee && meOf(employee),
    unread,
    waiting: hasInbox ? waiting.flat().length : null,
    coins: account && { balance: account.balance, earnedToday: earnedToday(account, now) },
    privacyVersion: PRIVACY_VERSION,
    agreedPrivacyVersion: employee?.agreedPrivacyVersion ?? null,
    ugcEnabled: ugcEnabled(),
    templateIds: templateIds(),
    now,
  }
})
