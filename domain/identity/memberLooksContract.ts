import * as z from 'zod'
import { AuditPage } from '../access/auditContract'
import { command, query } from '../kernel/contract'
import { Coins, Cursor, EmployeeId, Instant } from '../kernel/schema'

/** So many movements are shown at a look. */
export const MOVEMENTS_SHOWN = 20

/** What HR may look up about a colleague beside the profile; whoever heads the department may not. */
export const memberLooks = {
  /** The last movements of somebody's coins; each look is kept in the record. */
  openMovements: command({
    access: 'identity.members.manage',
    idempotency: 'natural',
    input: z.strictObject({ employeeId: EmployeeId }),
    output: z.object({
      movements: z.array(
        z.object({
          entryId: z.string(),
          title: z.string(),
          amount: Coins,
          balanceAfter: Coins,
          receivedAt: Instant,
          /** Why coins went back, in words. */
          because: z.string().nullable(),
        }),
      ),
      now: Instant,
    }),
    errors: ['IDENTITY_MEMBER_MISSING'],
  }),
  /** What others did about somebody in HR's own work: data, roles, coins by hand; sealed, the newest first. */
  listMemberRecord: query({
    access: 'identity.members.manage',
    input: z.strictObject({ employeeId: EmployeeId, after: Cursor.optional() }),
    output: AuditPage,
    errors: ['IDENTITY_MEMBER_MISSING'],
    budget: {
      requests: 5,
      because: 'caller and colleague, the records, the names of people and associations',
    },
  }),
}
