import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, EmployeeId, Instant, Person, Pictured } from '../kernel/schema'
import { auditProcedures } from './auditContract'
import { decisionProcedures } from './decisionsContract'
import { GrantKey, GrantView, roleProcedures } from './rolesContract'

export const waitingKinds = [
  'application',
  'founding',
  'event',
  'rebind',
  'report',
  'appeal',
  'parcel',
  'pickup',
  'afterSale',
  'ticket',
  'suggestion',
  'candidate',
  'article',
  'hand',
  'handBatch',
  'rules',
  'correction',
  'claim',
] as const

/**
 * What it costs to ask for all of it, all at once: one request for each kind of work, and most people hold one role.
 * Reports and appeals are one, parcels and pickups too; claims of having come are two.
 */
export const WAITING_REQUESTS_MAX = waitingKinds.length - 1

/** One thing that waits for this person. */
export const Waiting = z.object({
  kind: z.enum(waitingKinds),
  id: z.string(),
  /** "光影摄影社", "换绑", "寄到家" */
  place: z.string(),
  person: Person,
  title: z.string(),
  summary: z.string(),
  since: Instant,
})

/** In working time. */
const Ages = z.object({ medianWorkingMs: Count, longestWorkingMs: Count })

const Lending = z.object({
  toId: z.string(),
  toName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  grants: z.array(GrantKey).readonly().optional(),
})

export type WaitingItem = z.infer<typeof Waiting>

export const access = {
  ...roleProcedures,
  ...auditProcedures,
  ...decisionProcedures,
  /** The 管理 tab: everything that waits for the caller, by all of the caller's roles; what is late first. */
  openInbox: query({
    access: 'access.inbox',
    input: z.strictObject({}),
    output: z.object({
      waiting: z.array(Waiting),
      counts: z.record(z.enum(waitingKinds), Count),
      /** How long they have waited, in working time; null where nothing does. */
      ages: Ages.nullable(),
      /** The same of each kind of which something waits. */
      kindAges: z.partialRecord(z.enum(waitingKinds), Ages),
      /** More wait than are listed. */
      more: z.boolean(),
      /** Tools that the caller's roles open: "identity.roster.import", "mall.orders.fulfil" … */
      permissions: z.array(z.string()),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 1 + WAITING_REQUESTS_MAX,
      because: 'the caller; by each role what waits for it, all at once',
    },
  }),
  /** To whom the caller's work goes while they are away, and for whom the caller works. */
  openLending: query({
    access: 'access.inbox',
    input: z.strictObject({}),
    output: z.object({
      lending: z
        .object({ to: Pictured, startsAt: Instant, endsAt: Instant, grants: z.array(GrantView) })
        .nullable(),
      /** The caller's own roles: what was lent to them is not theirs to lend on. */
      own: z.array(GrantView),
      borrowed: z.array(GrantView.extend({ from: Pictured })),
      /** Colleagues who sign the same matters as the caller, and sign none twice: the work is better lent to another. */
      cosigners: z.array(z.string()),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 7,
      because: 'caller, lending and who signs; the names of what the roles are limited to, one for each kind',
    },
  }),
  /** A colleague decides in the caller's name for a time, by the roles that are chosen or by all; a second lending replaces the first. */
  lendRoles: command({
    access: 'access.inbox',
    input: z.strictObject({
      toEmployeeId: EmployeeId,
      startsAt: Instant,
      endsAt: Instant,
      /** Absent: all that are the caller's own. */
      grants: z.array(GrantKey).min(1).max(100).optional(),
    }),
    output: z.object({ lending: Lending }),
    errors: ['ACCESS_COLLEAGUE_MISSING', 'ACCESS_LENDING_PERIOD_WRONG', 'ACCESS_NOTHING_TO_LEND'],
    budget: {
      requests: 15,
      because:
        'caller and receipt; what the roles are limited to, one for each kind; lender, former and new deputy read and written, notice and result',
    },
  }),
  endLending: command({
    access: 'access.inbox',
    input: z.strictObject({}),
    output: z.object({ lending: z.null() }),
    errors: [],
    budget: {
      requests: 7,
      because: 'caller and receipt; lender and deputy read and written, and the result',
    },
  }),
}
