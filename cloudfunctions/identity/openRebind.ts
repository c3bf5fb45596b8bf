import { identity } from '@domain/identity/contract'
import { REBINDS_WAITING_MAX } from '@domain/identity/registration'
import { handle } from '@platform/context'
import { phoneHolder } from './phoneHolder'
import { type RebindDocument, rebinds } from './store'

const askedIn = ({ _id, newPhoneMasked, reason, askedAt }: RebindDocument) => ({
  rebindId: _id,
  newPhoneMasked,
  reason,
  askedAt,
})

export const openRebind = handle(identity.openRebind, async ({ now }, { rebindId }) => {
  const found = await rebinds.require(rebindId, 'IDENTITY_REBIND_MISSING')
  const { applicant, oldPhoneMasked, state } = found
  const [waiting, holder] = await Promise.all([
    rebinds.find({ where: { employeeId: found.employeeId, state: 'pending' }, limit: REBINDS_WAITING_MAX }),
    phoneHolder(found.employeeId, found.newPhone),
  ])
  return {
    others: waiting.filter(({ _id }) => _id !== rebindId).map(askedIn),
    replaced: waiting.reduce((sum, one) => sum + (one.replaced ?? 0), 0),
    phoneHolder: holder,
    rebind: { ...askedIn(found), applicant, oldPhoneMasked, state },
    now,
  }
})
