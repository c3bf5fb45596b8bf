import { identity } from '@domain/identity/contract'
import { handle } from '@platform/context'
import { rebinds } from './store'

export const openRebind = handle(identity.openRebind, async ({ now }, { rebindId }) => {
  const found = await rebinds.require(rebindId, 'IDENTITY_REBIND_MISSING')
  const { applicant, oldPhoneMasked, newPhoneMasked, reason, askedAt, state } = found
  return { rebind: { rebindId, applicant, oldPhoneMasked, newPhoneMasked, reason, askedAt, state }, now }
})
