import { shareCounts } from '@domain/careers/referral'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { sealerOf } from '@platform/seal'
import type { CandidateDocument, Told } from './store'

const { seal, unseal, fingerprint } = sealerOf('CAREERS_CONTACT_KEY')

/** What a candidate told, sealed for its document. */
export const sealTold = (told: Told, candidateId: string): string => seal(JSON.stringify(told), candidateId)

/** What a candidate told, for recruiters alone; null once it is cleared. */
export function toldBy({ _id, sealed }: Pick<CandidateDocument, '_id' | 'sealed'>): Told | null {
  return sealed === '' ? null : (JSON.parse(unseal(sealed, _id)) as Told)
}

/** Under which claims know a number. */
export const claimIdOf = (phone: string): string => fingerprint(`friend:${phone}`)

const ID_LENGTH = 32

/** One application of a person for a position; the id tells of neither. */
export const applicationIdOf = (positionId: string, employeeId: string): string =>
  fingerprint(`application:${positionId}:${employeeId}`).slice(0, ID_LENGTH)

const placeOf = (positionId: string) => `share:${positionId}`

/** What a share card carries: whose it is, to nobody but this function. */
export function shareCodeOf(positionId: string, employeeId: string, now: Instant): string {
  const sealed = seal(`${employeeId}:${Math.floor(now / DAY_MS)}`, placeOf(positionId))
  return sealed.replace(/\./g, '').replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '~')
}

/** Who shared the card; null when it is none of ours, of another position, too old, or the reader's own. */
export function sharerOf(
  code: string | undefined,
  { positionId, readerId, now }: { positionId: string; readerId: string; now: Instant },
): string | null {
  if (code === undefined) return null
  const text = openCode(code, positionId)
  const [employeeId, day] = text?.split(':') ?? []
  if (employeeId === undefined || day === undefined || employeeId === readerId) return null
  return shareCounts({ sharedAt: Number(day) * DAY_MS, now }) ? employeeId : null
}

/** Nonce of 12 bytes and tag of 16 as base64 have these lengths. */
const NONCE_CHARACTERS = 16
const TAG_CHARACTERS = 24

function openCode(code: string, positionId: string): string | null {
  const plain = code.replace(/-/g, '+').replace(/_/g, '/').replace(/~/g, '=')
  const parts = [
    plain.slice(0, NONCE_CHARACTERS),
    plain.slice(NONCE_CHARACTERS, NONCE_CHARACTERS + TAG_CHARACTERS),
    plain.slice(NONCE_CHARACTERS + TAG_CHARACTERS),
  ]
  try {
    return unseal(parts.join('.'), placeOf(positionId))
  } catch {
    // Somebody changed the link, or it is of another position: it leads to the position all the same.
    return null
  }
}
