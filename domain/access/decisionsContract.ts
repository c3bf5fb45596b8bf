import * as z from 'zod'
import { query } from '../kernel/contract'
import { Cursor, Instant, NextCursor, Person } from '../kernel/schema'

export const decisionKinds = ['rebind', 'correction', 'founding'] as const

/** Something that waited for a yes or a no, and has it. */
const Decided = z.object({
  kind: z.enum(decisionKinds),
  id: z.string(),
  person: Person,
  /** "换绑", "韩冬：园区 成都 → 上海", "创办沃骑行" */
  title: z.string(),
  isAgreed: z.boolean(),
  /** Null: by nobody of the roster. */
  byName: z.string().nullable(),
  reason: z.string(),
  askedAt: Instant,
  decidedAt: Instant,
})

export type DecidedView = z.infer<typeof Decided>

/** As a room tells it: who decided is still a number. */
export type DecidedMatter = Omit<DecidedView, 'byName'> & { byId: string }

export const decisionProcedures = {
  /** 处理过的: what was asked of HR and of the union and is decided, of one kind or all, the newest first. */
  listDecisions: query({
    access: 'identity.rebinds.decide',
    input: z.strictObject({
      kind: z.enum(decisionKinds).optional(),
      /** The name, its pinyin or the number of whoever asked; then all is one page. */
      text: z.string().max(40).default(''),
      after: Cursor.optional(),
    }),
    output: z.object({ decisions: z.array(Decided), next: NextCursor, now: Instant }),
    errors: [],
    budget: {
      requests: 6,
      because: 'the caller, whoever is called like that, each of three kinds, and who decided',
    },
  }),
}
