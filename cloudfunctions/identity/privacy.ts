import { identity } from '@domain/identity/contract'
import { defaultPrivacy } from '@domain/identity/visibility'
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
