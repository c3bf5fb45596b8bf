import { z } from 'zod'
import { query } from '../kernel/contract'
import { Count, Instant, Person } from '../kernel/schema'

export const waitingKinds = ['application', 'rebind', 'parcel', 'pickup'] as const

/** One thing that waits for this person, oldest first. */
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

export type WaitingItem = z.infer<typeof Waiting>

export const access = {
  /** The 管理 tab: everything that waits for the caller, by all of the caller's roles. */
  openInbox: query({
    access: 'access.inbox',
    input: z.strictObject({}),
    output: z.object({
      waiting: z.array(Waiting),
      counts: z.record(z.enum(waitingKinds), Count),
      /** More wait than are listed. */
      more: z.boolean(),
      /** Tools that the caller's roles open: "identity.roster.import", "mall.orders.fulfil" … */
      permissions: z.array(z.string()),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 4, because: 'one request for each kind of work; most people hold one role' },
  }),
}
