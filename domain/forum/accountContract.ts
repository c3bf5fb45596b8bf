import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Id, Instant, line } from '../kernel/schema'
import { ACCOUNTS_MAX, INTRO_CHARACTERS_MAX } from './accounts'

/** An account of the company or the union, for those who speak as it. */
export const OwnAccount = z.object({
  accountId: z.string(),
  name: z.string(),
  intro: z.string(),
  /** How many colleagues follow it. */
  followers: Count,
  /** Of the last thirty days: its posts that stand, and how many like these. */
  posts: Count,
  likes: Count,
  /** Who may speak as it, by name. */
  speakers: z.array(z.object({ employeeId: z.string(), name: z.string() })),
})

/** The accounts that one speaks as: an association's is the association's own page. */
export const accountProcedures = {
  openAccounts: query({
    access: 'forum.speak',
    input: z.strictObject({}),
    output: z.object({ accounts: z.array(OwnAccount), now: Instant }),
    errors: [],
    budget: {
      requests: 4 + ACCOUNTS_MAX,
      because:
        'caller; accounts and who holds the role; posts of all of them together, and the followers of each counted in the index',
    },
  }),
  /** What an account is for, as readers see it beside its name; audited. */
  editAccount: command({
    access: 'forum.speak',
    publishes: true,
    input: z.strictObject({ accountId: Id, intro: line(2, INTRO_CHARACTERS_MAX) }),
    output: z.object({ intro: z.string() }),
    errors: [
      'FORUM_ACCOUNT_MISSING',
      'FORUM_NOT_YOUR_VOICE',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
}
