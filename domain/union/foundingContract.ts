import * as z from 'zod'
import { approvalStates } from '../approval/flow'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Cursor, Id, Instant, line, NextCursor, Person, Reason, text } from '../kernel/schema'
import { categories } from './categories'

/** One node of the way an application goes, and what was decided there. */
export const NodeView = z.object({
  nodeId: z.string(),
  title: z.string(),
  mode: z.enum(['all', 'any']),
  state: z.enum(['done', 'current', 'ahead']),
  /** Since when it has waited here; null while it is ahead. */
  since: Instant.nullable(),
  decisions: z.array(
    z.object({
      verdict: z.enum(['approve', 'refuse']),
      by: z.object({ employeeId: z.string(), name: z.string() }),
      reason: z.string().nullable(),
      at: Instant,
    }),
  ),
})

/** An application to found an association. */
export const Founding = z.object({
  foundingId: z.string(),
  name: z.string(),
  category: z.enum(categories),
  site: z.string(),
  headline: z.string(),
  intro: z.string(),
  reason: z.string(),
  applicant: Person,
  state: z.enum(approvalStates),
  nodes: z.array(NodeView),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
  /** Whether it waits for the caller. */
  myTurn: z.boolean(),
  mine: z.boolean(),
})

export type FoundingView = z.infer<typeof Founding>

/** Founding an association: an application that the union approves, level by level. */
export const foundings = {
  proposeAssociation: command({
    access: 'employee',
    publishes: true,
    input: z.strictObject({
      name: line(2, limits.nameMax),
      category: z.enum(categories),
      site: line(2, limits.nameMax),
      /** "每周三 6:40，园区北门" */
      headline: line(2, 40),
      intro: text(10, 500),
      reason: text(limits.reasonMin, limits.reasonMax),
    }),
    output: z.object({ foundingId: z.string(), state: z.enum(approvalStates) }),
    errors: ['UNION_NAME_TAKEN', 'CONTENT_REJECTED', 'CONTENT_CHECK_UNAVAILABLE'],
    budget: {
      requests: 5 + 20,
      because:
        'caller, name, who decides first and who does their work; application, a notice to each of them (at most ten, and their deputies) and result',
    },
  }),
  openFounding: query({
    access: 'employee',
    input: z.strictObject({ foundingId: Id }),
    output: z.object({
      founding: Founding,
      /** Who has still to decide where it stands; `mine` is the one in whose name the caller decides. */
      waitsFor: z.array(z.object({ employeeId: z.string(), name: z.string(), mine: z.boolean() })),
      now: Instant,
    }),
    errors: ['UNION_FOUNDING_MISSING'],
  }),
  listMyFoundings: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ foundings: z.array(Founding), next: NextCursor, now: Instant }),
    errors: [],
  }),
  decideFounding: command({
    access: 'union.foundings.decide',
    input: z.strictObject({
      foundingId: Id,
      verdict: z.enum(['approve', 'refuse']),
      /** Needed for a refusal. */
      reason: Reason.optional(),
    }),
    output: z.object({ state: z.enum(approvalStates) }),
    errors: [
      'UNION_FOUNDING_MISSING',
      'UNION_NOT_YOUR_TURN',
      'UNION_TRANSITION_REFUSED',
      'UNION_REASON_NEEDED',
      'UNION_NAME_TAKEN',
    ],
    budget: {
      requests: 8 + 20,
      because:
        'caller, application, its name, who decides next and who does their work; application twice and result, then either a notice to each of them, or the association, its first membership, its president and one notice',
    },
  }),
  withdrawFounding: command({
    access: 'employee',
    input: z.strictObject({ foundingId: Id }),
    output: z.object({ state: z.enum(approvalStates) }),
    errors: ['UNION_FOUNDING_MISSING', 'UNION_TRANSITION_REFUSED'],
  }),
}
