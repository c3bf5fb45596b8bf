import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { api, useCommand, useSession } from '@/api'

/**
 * Whether a colleague has yet to agree to the privacy guide that stands now, and the way to do so. An app that is not
 * up to date with the guide does not know its text and asks nothing.
 */
export function usePrivacyUpdate() {
  const { data } = useSession()
  const agree = useCommand(api.identity.agreeToPrivacy, {
    outdates: [api.identity.openSession, api.identity.openPrivacy],
  })
  return {
    asks:
      data?.standing === 'employee' &&
      data.privacyVersion === PRIVACY_VERSION &&
      data.agreedPrivacyVersion !== PRIVACY_VERSION,
    agree: () => agree.run({ version: PRIVACY_VERSION }),
  }
}
