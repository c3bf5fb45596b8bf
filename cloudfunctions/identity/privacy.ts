import { identity } from '@domain/identity/contract'
import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { defaultPrivacy } from '@domain/identity/visibility'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { discretions, employees } from './store'

export const openPrivacy = handle(identity.openPrivacy, async ({ employee, now }) => {
  const [chosen, { agreedPrivacyVersion }] = await Promise.all([
    discretions.get(employee.id),
    employees.require(employee.id, 'ACCESS_COLLEAGUE_MISSING'),
  ])
  const { department, phone } = chosen ?? defaultPrivacy
  return { privacy: { department, phone }, agreedVersion: agreedPrivacyVersion, now }
})

/** Saying it again changes nothing; other instances follow within a minute. */
export const changePrivacy = handle(identity.changePrivacy, async ({ employee }, privacy) => {
  await discretions.put({ _id: employee.id, ...privacy, hides: privacy.department !== 'everyone' })
  return { privacy }
})

/** Only to the text that stands now: an app that still shows an earlier one asks for nothing. */
export const agreeToPrivacy = handle(identity.agreeToPrivacy, async ({ employee }, { version }) => {
  refuse(version !== PRIVACY_VERSION, 'IDENTITY_PRIVACY_NOT_AGREED')
  await employees.updateWhere({ _id: employee.id }, { agreedPrivacyVersion: version })
  return { agreedVersion: version }
})
