import { identity } from '@domain/identity/contract'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { ugcEnabled } from '@platform/configuration'
import { handle } from '@platform/context'
import { unreadOf } from '../notice/public'
import { meOf } from './people'

export const openSession = handle(identity.openSession, async ({ caller, now }) => {
  const employee = caller.standing === 'employee' ? caller.employee : null
  return {
    standing: caller.standing,
    me: employee && meOf(employee),
    unread: employee ? await unreadOf(employee.id) : 0,
    privacyVersion: PRIVACY_VERSION,
    ugcEnabled: ugcEnabled(),
    now,
  }
})
