import { identity } from '@domain/identity/contract'
import { REBINDS_WAITING_MAX } from '@domain/identity/registration'
import { handle } from '@platform/context'
import { rebinds } from './store'

export const openRebind = handle(identity.openRebind, async ({ now }, { rebindId }) => {
  const found = await rebinds.require(rebindId, 'IDENTITY_REBIND_MISSING')
  const { applicant, oldPhoneMasked, newPhoneMasked, reason, askedAt, state } = found
  const waiting = await rebinds.find({
    where: { employeeId: found.employeeId, state: 'pending' },
    limit: REBINDS_WAITING_MAX,
  })
  const others = waiting
    .filter(({ _id }) => _id !== rebindId)
    .map(({ _id, newPhoneMasked: masked, reason: why, askedAt: at }) => ({
      ...{ rebindId: _id, newPhoneMasked: masked, reason: why, askedAt: at },
    }))
  return {
    others,
    replaced: waiting.reduce((sum, one) => sum + (one.replaced ?? 0), 0),
    rebind: { rebindId, applicant, oldPhoneMasked, newPhoneMasked, reason, askedAt, state },
    now,
  }
})
