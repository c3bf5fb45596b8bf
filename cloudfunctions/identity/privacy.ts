import { identity } from '@domain/identity/contract'
import { defaultPrivacy } from '@domain/identity/visibility'
import { handle } from '@platform/context'
import { employees } from './store'

export const openPrivacy = handle(identity.openPrivacy, async ({ employee, now }) => {
  const { privacy, agreedPrivacyVersion } = await employees.require(employee.id, 'ACCESS_COLLEAGUE_MISSING')
  return { privacy: privacy ?? defaultPrivacy, agreedVersion: agreedPrivacyVersion, now }
})

/** Saying it again changes nothing; other instances follow within a minute. */
export const changePrivacy = handle(identity.changePrivacy, async ({ employee }, privacy) => {
  await employees.updateWhere(
    { _id: employee.id },
    { privacy, hidesDepartment: privacy.department !== 'everyone' },
  )
  return { privacy }
})
