import { can } from '@domain/access/roles'
import { earnedToday } from '@domain/coin/ledger'
import { identity } from '@domain/identity/contract'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { ugcEnabled } from '@platform/configuration'
import { handle } from '@platform/context'
import { waitingFor } from '../access/public'
import { accountOf } from '../coin/public'
import { templateIds, unreadOf } from '../notice/public'
import { meOf } from './people'

export const openSession = handle(identity.openSession, async ({ caller, now }) => {
  const employee = caller.standing === 'employee' ? caller.employee : null
  const [unread, account, waiting] = employee
    ? await Promise.all([unreadOf(employee), accountOf(employee.id), waitingFor(employee)])
    : [0, null, []]
  const hasInbox = employee !== null && can(employee.grants, 'access.inbox')
  return {
    standing: caller.standing,
    me: employee && meOf(employee),
    unread,
    waiting: hasInbox ? waiting.flat().length : null,
    coins: account && { balance: account.balance, earnedToday: earnedToday(account, now) },
    privacyVersion: PRIVACY_VERSION,
    ugcEnabled: ugcEnabled(),
    templateIds: templateIds(),
    now,
  }
})
