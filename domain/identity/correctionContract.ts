import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Id, Instant, line, Person, Reason, text } from '../kernel/schema'
import { correctableFields } from './correction'

const Place = line(1, 40)

export const CorrectedFields = z.array(
  z.object({ field: z.enum(correctableFields), was: z.string(), becomes: z.string() }),
)

/** As whoever asked for it sees it. */
export const OwnCorrection = z.object({
  fields: CorrectedFields,
  askedAt: Instant,
  state: z.enum(['pending', 'approved', 'refused']),
  /** What HR said; empty while it waits, and where a yes says nothing more. */
  answer: z.string(),
})

export const corrections = {
  /** What is wrong about oneself on the roster, for HR to decide; one at a time. */
  requestCorrection: command({
    access: 'employee',
    input: z.strictObject({
      name: line(2, limits.nameMax).optional(),
      department: Place.optional(),
      site: Place.optional(),
      reason: Reason,
    }),
    output: z.object({ correctionId: z.string() }),
    errors: ['IDENTITY_CORRECTION_SAME', 'IDENTITY_CORRECTION_WAITING'],
    budget: { requests: 7, because: 'caller and receipt; colleague read and written, request and result' },
  }),
  openCorrection: query({
    access: 'identity.members.manage',
    input: z.strictObject({ correctionId: Id }),
    output: z.object({
      correction: z.object({
        correctionId: z.string(),
        applicant: Person,
        fields: CorrectedFields,
        reason: z.string(),
        askedAt: Instant,
        state: z.enum(['pending', 'approved', 'refused']),
      }),
      now: Instant,
    }),
    errors: ['IDENTITY_CORRECTION_MISSING'],
  }),
  /** A yes writes it into the roster at once, as a correction and a transfer by HR would; a no says why. */
  decideCorrection: command({
    access: 'identity.members.manage',
    input: z.strictObject({
      correctionId: Id,
      decision: z.enum(['approve', 'refuse']),
      reason: text(0, limits.reasonMax).default(''),
    }),
    output: z.object({ state: z.enum(['approved', 'refused']) }),
    errors: [
      'IDENTITY_CORRECTION_MISSING',
      'IDENTITY_CORRECTION_DECIDED',
      'IDENTITY_CORRECTION_OWN',
      'IDENTITY_CORRECTION_UNEXPLAINED',
      'IDENTITY_IMPORT_STALE',
      'IDENTITY_PLACE_UNKNOWN',
    ],
    budget: {
      requests: 12,
      because:
        'whether anybody is where they would go; request and colleague read and written, and whoever does their work; the applicant told',
    },
  }),
}
