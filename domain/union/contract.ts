import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, Id, Instant, NextCursor, Person, Reason, text } from '../kernel/schema'
import { categories } from './categories'
import { coming } from './comingContract'
import { EventCard, events } from './eventContract'
import { foundings } from './foundingContract'
import { members } from './memberContract'
import { membershipActions, membershipStates } from './membership'
import { PhotoPage, photos } from './photoContract'
import { recaps } from './recapContract'

/** A question of the application form; the answer is one of the options. */
export const Question = z.object({ questionId: z.string(), title: z.string(), options: z.array(z.string()) })

/** One step of the paperless trail. */
export const TrailStep = z.object({
  action: z.enum(membershipActions),
  by: z.object({ employeeId: z.string(), name: z.string() }),
  at: Instant,
  reason: z.string().nullable(),
})

export type AssociationCategory = (typeof categories)[number]
export type QuestionView = z.infer<typeof Question>
export type PersonView = z.infer<typeof Person>

const MyState = z.enum(membershipStates).nullable()

export const AssociationCard = z.object({
  associationId: z.string(),
  name: z.string(),
  coverFileId: z.string(),
  site: z.string(),
  category: z.enum(categories),
  members: Count,
  president: Person,
  /** "每周三 6:40，园区北门" */
  headline: z.string(),
  open: z.boolean(),
  /** My standing; null: I never applied. */
  mine: MyState,
  presiding: z.boolean(),
})

export const Application = z.object({
  membershipId: z.string(),
  associationId: z.string(),
  associationName: z.string(),
  associationCoverFileId: z.string(),
  applicant: Person,
  answers: z.array(z.object({ title: z.string(), answer: z.string() })),
  reason: z.string(),
  state: z.enum(membershipStates),
  appliedAt: Instant,
  /** The last steps, the oldest first. */
  trail: z.array(TrailStep),
  /** How many steps came before those. */
  earlierSteps: Count,
  /** What the caller may do now, from the table in `membership.ts`. */
  actions: z.array(z.enum(membershipActions)),
})

export type AssociationCardView = z.infer<typeof AssociationCard>
export type ApplicationView = z.infer<typeof Application>

const MembershipId = Id

export const union = {
  listAssociations: query({
    access: 'employee',
    input: z.strictObject({
      site: z.string().max(20).optional(),
      category: z.enum(categories).optional(),
      mine: z.boolean().optional(),
    }),
    output: z.object({
      associations: z.array(
        AssociationCard.extend({
          /** The name, its pinyin and initials, in small letters: what a search looks into. */
          terms: z.array(z.string()),
        }),
      ),
      sites: z.array(z.string()),
      total: Count,
      /** The events of the seven days to come. */
      week: z.array(EventCard),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 5,
      because: 'caller, associations, own memberships; the events of the week and their seats',
    },
  }),
  openAssociation: query({
    access: 'employee',
    input: z.strictObject({ associationId: Id }),
    output: z.object({
      association: AssociationCard.extend({
        intro: z.string(),
        foundedOn: z.string(),
        questions: z.array(Question),
      }),
      /** Some of the members, for faces. */
      faces: z.array(Person),
      /** The next ones that are listed, the soonest first. */
      events: z.array(EventCard),
      /** The last ones that took place, the latest first. */
      past: z.array(EventCard),
      wall: PhotoPage,
      application: Application.nullable(),
      /** How long the president took over the last 50 decisions, in the middle; null before the first. */
      medianMs: Count.nullable(),
      /** The office of president has been offered to the caller, by this name. */
      officeOfferedBy: z.string().nullable(),
      now: Instant,
    }),
    errors: ['UNION_ASSOCIATION_MISSING'],
    budget: {
      requests: 9,
      because:
        'caller; association, own membership, some members, the last decisions, events to come and past, and photos, all at once; what is left of the events’ seats',
    },
  }),
  apply: command({
    access: 'employee',
    input: z.strictObject({
      associationId: Id,
      answers: z.array(z.strictObject({ questionId: Id, answer: z.string().max(40) })).max(5),
      reason: text(2, limits.reasonMax),
    }),
    output: z.object({ membershipId: z.string(), state: z.enum(membershipStates) }),
    errors: [
      'UNION_ASSOCIATION_MISSING',
      'UNION_ASSOCIATION_CLOSED',
      'UNION_ALREADY_APPLIED',
      'UNION_ALREADY_MEMBER',
      'UNION_APPLIED_TOO_OFTEN',
      'UNION_ANSWER_INVALID',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 10,
      because:
        'caller, association, who does the work of a president who is away; membership twice, notices to the president and the deputy and result in one transaction; then whether a message is allowed and, only then, who the president is to WeChat',
    },
  }),
  withdraw: command({
    access: 'employee',
    input: z.strictObject({ associationId: Id }),
    output: z.object({ state: z.enum(membershipStates) }),
    errors: ['UNION_APPLICATION_MISSING', 'UNION_TRANSITION_REFUSED'],
  }),
  leave: command({
    access: 'employee',
    input: z.strictObject({ associationId: Id }),
    output: z.object({ state: z.enum(membershipStates) }),
    errors: ['UNION_APPLICATION_MISSING', 'UNION_TRANSITION_REFUSED', 'UNION_PRESIDENT_STAYS'],
    budget: {
      requests: 9,
      because:
        'caller, receipt; membership and association read and written, and result; the president is told who cannot follow them, and nothing is left to answer',
    },
  }),
  listMyApplications: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ applications: z.array(Application), next: NextCursor, now: Instant }),
    errors: [],
  }),
  openApplication: query({
    access: 'employee',
    input: z.strictObject({ membershipId: MembershipId }),
    output: z.object({
      application: Application,
      associationMembers: Count,
      /** The applicant's day of joining the company. */
      applicantJoinedOn: z.string().nullable(),
      /** Of the applicant, up to 99 each: associations, posts that stand, and what moderators removed. */
      joined: Count,
      posts: Count,
      removed: Count,
      /** An association of the same kind where the applicant works, while they wait or once they were refused; null: there is none that they are not in already. */
      nearer: z
        .object({
          associationId: z.string(),
          name: z.string(),
          site: z.string(),
          president: z.string(),
          headline: z.string(),
        })
        .nullable(),
      /** How long the president took over the last 50 decisions, in the middle; null before the first. */
      medianMs: Count.nullable(),
      now: Instant,
    }),
    errors: ['UNION_APPLICATION_MISSING', 'UNION_ASSOCIATION_MISSING'],
    budget: {
      requests: 10,
      because:
        'caller, application and association; then, all at once, the associations nearer to the applicant, how long decisions take there, since when the applicant is here, what they have joined, what they wrote, and which posts and comments of theirs were removed',
    },
  }),
  /** The applications that a president has decided, newest first: where an approval can be revoked. */
  listDecided: query({
    access: 'union.applications.decide',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ applications: z.array(Application), next: NextCursor, now: Instant }),
    errors: [],
  }),
  decide: command({
    access: 'union.applications.decide',
    input: z.strictObject({
      membershipIds: z.array(MembershipId).min(1).max(limits.decisionsMax),
      decision: z.enum(['approve', 'refuse']),
      /** Needed for a refusal. */
      reason: Reason.optional(),
    }),
    output: z.object({
      decided: z.array(z.string()),
      /**
       * Those that somebody decided or withdrew meanwhile, and how they stand; also the caller's own, which waits for
       * the president. Nothing happened to them.
       */
      stale: z.array(
        z.object({ membershipId: z.string(), name: z.string(), state: z.enum(membershipStates) }),
      ),
    }),
    errors: [
      'UNION_APPLICATION_MISSING',
      'UNION_REASON_NEEDED',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 3 + 5 * limits.decisionsMax,
      because:
        'caller, association and result; for each application one read, one write and one notice, then whether a message is allowed and, only then, who the applicant is to WeChat',
    },
  }),
  revoke: command({
    access: 'union.applications.decide',
    input: z.strictObject({ membershipId: MembershipId, reason: Reason }),
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
      because: 'as one decision, whether it is the president, and an offer of the office is settled',
    },
  }),
  ...events,
  ...coming,
  ...foundings,
  ...members,
  ...photos,
  ...recaps,
}
