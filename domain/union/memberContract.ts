import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import {
  Count,
  Cursor,
  EmployeeId,
  Id,
  Instant,
  line,
  NextCursor,
  Person,
  Reason,
  text,
} from '../kernel/schema'
import { EventCard } from './eventContract'
import { membershipStates } from './membership'

/** Somebody who is a member now. */
export const Member = z.object({
  membershipId: z.string(),
  person: Person,
  joinedAt: Instant,
  presiding: z.boolean(),
})

/** An application that has waited for longer than a president may take. */
const Late = z.object({ membershipId: z.string(), person: Person, appliedAt: Instant })

const EditedQuestion = z.strictObject({
  questionId: Id,
  title: line(2, limits.nameMax),
  options: z.array(line(1, limits.nameMax)).min(2).max(6),
})

/** By what a list of members is sorted. */
const memberOrders = ['joined', 'name'] as const

/** Who belongs to an association, and what its president does for it. */
export const members = {
  listMembers: query({
    access: 'employee',
    input: z.strictObject({
      associationId: Id,
      /** A name, its pinyin or initials, or a number; absent: everybody, page by page. */
      text: z.string().max(40).optional(),
      /** After the president: by when they came in, the earliest first, or by name, as its pinyin sorts. Not of a search. */
      order: z.enum(memberOrders).default('joined'),
      after: Cursor.optional(),
    }),
    output: z.object({
      members: z.array(Member),
      next: NextCursor,
      /** More are called so than a search shows: type more of the name. */
      more: z.boolean(),
      total: Count,
      /** Whether the caller presides, and so may remove and export. */
      presiding: z.boolean(),
      /** Whether the office is the caller's own and so theirs to hand over: a deputy's is not. */
      holdsOffice: z.boolean(),
      now: Instant,
    }),
    errors: ['UNION_ASSOCIATION_MISSING'],
    budget: {
      requests: 5,
      because:
        'caller and association; the president and some members, or all by name and then some, or those who are called so and the members among them; who of them has left',
    },
  }),
  removeMember: command({
    access: 'union.applications.decide',
    input: z.strictObject({ membershipId: Id, reason: Reason }),
    output: z.object({ state: z.enum(membershipStates) }),
    errors: [
      'UNION_APPLICATION_MISSING',
      'UNION_TRANSITION_REFUSED',
      'UNION_PRESIDENT_STAYS',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 11,
      because:
        'caller, receipt; membership and association read and written, notice and result; an offer of the office is settled; then who the member is to WeChat and whether a message is allowed',
    },
  }),
  /** The members as a CSV: the file is made for the caller alone and kept nowhere; that it was made is audited. */
  exportMembers: command({
    access: 'union.applications.decide',
    idempotency: 'natural',
    input: z.strictObject({ associationId: Id }),
    output: z.object({ csv: z.string(), members: Count, complete: z.boolean() }),
    errors: ['UNION_ASSOCIATION_MISSING'],
  }),
  /** The president names a member; nothing changes until that member accepts. */
  offerOffice: command({
    access: 'union.applications.decide',
    input: z.strictObject({ associationId: Id, toEmployeeId: EmployeeId }),
    output: z.object({ offered: z.literal(true) }),
    errors: ['UNION_ASSOCIATION_MISSING', 'UNION_OFFICE_NOT_YOURS', 'UNION_MEMBERS_ONLY'],
    budget: {
      requests: 9,
      because:
        'caller, receipt; association, membership; association, notice and result; whoever was asked before is told, and has nothing to answer any more',
    },
  }),
  /** The member answers, or the president takes the offer back. */
  answerOffice: command({
    access: 'employee',
    input: z.strictObject({ associationId: Id, answer: z.enum(['accept', 'decline', 'withdraw']) }),
    output: z.object({ presiding: z.boolean() }),
    errors: ['UNION_ASSOCIATION_MISSING', 'UNION_OFFICE_NOT_OFFERED', 'UNION_MEMBERS_ONLY'],
    budget: {
      requests: 14,
      because:
        'caller, receipt; association and membership; the grants of the old president, of a deputy and of the new one, each read and written; association, notice and result',
    },
  }),
  /** What the president looks at first. */
  openPresidency: query({
    access: 'union.applications.decide',
    input: z.strictObject({ associationId: Id.optional() }),
    output: z.object({
      /** Every association that the caller presides over. */
      associations: z.array(z.object({ associationId: z.string(), name: z.string() })),
      association: z.object({
        associationId: z.string(),
        name: z.string(),
        members: Count,
        open: z.boolean(),
        /** To whom the office has been offered. */
        offeredTo: z.string().nullable(),
      }),
      pending: Count,
      /** How many have waited for two days or longer; the first of them follow. */
      lateCount: Count,
      late: z.array(Late),
      /** How long the last 50 decisions took; null before the first. */
      medianMs: Count.nullable(),
      /** Its events that are not over yet, those that wait for the union among them, the next first. */
      events: z.array(EventCard),
      now: Instant,
    }),
    errors: ['UNION_ASSOCIATION_MISSING'],
    budget: {
      requests: 6,
      because:
        'caller; own associations; what waits in one of them, what was decided there, and its events with their seats',
    },
  }),
  editAssociation: command({
    access: 'union.applications.decide',
    publishes: true,
    input: z.strictObject({
      associationId: Id,
      headline: line(2, 40),
      intro: text(10, 500),
      open: z.boolean(),
      questions: z.array(EditedQuestion).max(5),
      /** A picture of the photo wall that has been checked; absent: the cover stays. */
      coverPhotoId: Id.optional(),
    }),
    output: z.object({ saved: z.literal(true) }),
    errors: [
      'UNION_ASSOCIATION_MISSING',
      'UNION_PHOTO_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
}

export type MemberView = z.infer<typeof Member>
