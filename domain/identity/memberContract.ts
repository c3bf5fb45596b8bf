import * as z from 'zod'
import { GrantView, RoleName } from '../access/rolesContract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Coins, Count, EmployeeId, Id, Instant, line, NextCursor, Person, Reason } from '../kernel/schema'
import { isDay } from '../kernel/time'
import { coinRules, leavingStates } from './leaving'
import { memberLooks } from './memberLooksContract'

const Place = line(1, 40)
const JoinedOn = z.string().refine(isDay, { message: 'a day' })

export const MUTED_DAYS_MAX = 90

const MemberRow = Person.extend({
  status: z.enum(['active', 'left']),
  registered: z.boolean(),
  roles: z.array(z.string()),
  mutedUntil: Instant.nullable(),
})

const Leaving = z.object({
  state: z.enum(leavingStates),
  leftAt: Instant,
  byName: z.string(),
  why: z.string(),
  coins: z.enum(coinRules),
  settlesAt: Instant,
})

/** One thing that a colleague did against the rules, or that was said about it. */
const Offence = z.object({
  /** Removed with a warning or a mute by a moderator; muted or let speak again by HR; booked and not come. */
  what: z.enum(['removed', 'muted', 'unmuted', 'missed']),
  at: Instant,
  /** The first words of what was removed, or what was booked; empty where it is about the person. */
  about: z.string(),
  reason: z.string(),
  /** Null: the rule itself. */
  byName: z.string().nullable(),
  /** 0: a warning, or nothing about speaking. */
  muteDays: Count,
})

export type Offence = z.infer<typeof Offence>

/** What a colleague has open, that somebody else has to take up. */
const LeavingPreview = z.object({
  person: Person,
  /** They have left, and offices of theirs wait for somebody to take them up. */
  left: z.boolean(),
  /** Offices of associations, and who of their members may take them up. */
  offices: z.array(z.object({ associationId: z.string(), name: z.string(), successors: z.array(Person) })),
  /** Roles that end, and who else holds each: what waits goes on there. */
  roles: z.array(GrantView.extend({ others: z.array(z.string()) })),
  /** What waits for them, by where. */
  waiting: z.array(z.object({ place: z.string(), count: Count })),
  /** Whoever does their work while they are away. */
  lentTo: z.string().nullable(),
  places: Count,
  orders: Count,
  foundings: Count,
  balance: Coins,
  debt: Coins,
  keptDays: Count,
  now: Instant,
})

/** People, for HR; and for whoever heads a department, its people alone. */
export const members = {
  ...memberLooks,
  /** Whoever heads departments sees one of them at a time, and nobody else whatever is asked for. */
  findMembers: query({
    access: 'identity.members.see',
    input: z.strictObject({
      /** A name, its pinyin, a number, or for the whole company a department. */
      text: z.string().max(40).default(''),
      /** Who holds it as their own now. */
      role: RoleName.optional(),
      status: z.enum(['active', 'left']).default('active'),
      department: Place.optional(),
      site: Place.optional(),
      after: EmployeeId.optional(),
    }),
    output: z.object({
      members: z.array(MemberRow),
      next: NextCursor,
      /** How many there are in all; with the first page alone. */
      total: Count.nullable(),
      /** The departments that the text was taken for; none: it was somebody's name or number. */
      meant: z.array(z.string()),
      /** The departments that the caller is limited to; null: the whole company. */
      departments: z.array(z.string()).nullable(),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 30,
      because: 'caller, page and count; the roster, a thousand people each, once in ten minutes',
    },
  }),
  /** The departments and the sites of the roster, the largest first: what somebody is moved to is chosen among them. */
  openPlaces: query({
    access: 'identity.members.manage',
    input: z.strictObject({}),
    output: z.object({ departments: z.array(z.string()), sites: z.array(z.string()) }),
    errors: [],
    budget: { requests: 30, because: 'caller; the roster, a thousand people each, once in ten minutes' },
  }),
  openMember: query({
    access: 'identity.members.see',
    input: z.strictObject({ employeeId: EmployeeId }),
    output: z.object({
      member: MemberRow,
      joinedOn: z.string(),
      registeredAt: Instant.nullable(),
      grants: z.array(GrantView),
      associations: Count,
      /**
       * Of the last year, the newest first. What was restored after an appeal is not in it, and what was booked and missed
       * only for HR.
       */
      offences: z.array(Offence),
      /** For HR alone; null for whoever heads the department. */
      private: z
        .object({
          phoneMasked: z.string(),
          /** The last day on which they came; null: not since it is kept. */
          seenOn: z.string().nullable(),
          /** What the associations are called; whoever heads the department reads how many there are. */
          associations: z.array(z.string()),
          balance: Coins,
          debt: Coins,
          experience: Count,
          monthEarned: Coins,
          monthSpent: Coins,
          leaving: Leaving.nullable(),
          /** Of what they reported within a year and moderators have decided: how often they were right. */
          reports: z.object({ upheld: Count, decided: Count }),
        })
        .nullable(),
      /** Whether the caller may change something here. */
      mayManage: z.boolean(),
      now: Instant,
    }),
    errors: ['IDENTITY_MEMBER_MISSING'],
    budget: {
      requests: 16,
      because:
        'caller and colleague; account, associations, leaving and the names of what roles are limited to; what moderators removed, what was missed and which rooms are private, how HR muted, sealed and not yet, and who did; what became of their reports',
    },
  }),
  /** The whole number for one look, with a reason that is kept. */
  openPhone: command({
    access: 'identity.members.manage',
    idempotency: 'natural',
    input: z.strictObject({ employeeId: EmployeeId, reason: Reason }),
    output: z.object({ phone: z.string() }),
    errors: ['IDENTITY_MEMBER_MISSING'],
  }),
  correctMember: command({
    access: 'identity.members.manage',
    input: z.strictObject({
      employeeId: EmployeeId,
      name: line(2, limits.nameMax),
      joinedOn: JoinedOn,
      reason: Reason,
    }),
    output: z.object({ corrected: z.literal(true) }),
    errors: ['IDENTITY_MEMBER_MISSING', 'IDENTITY_MEMBER_ONESELF'],
  }),
  /** Another department or city; roles that were limited to the old one end. */
  transferMember: command({
    access: 'identity.members.manage',
    input: z.strictObject({
      employeeId: EmployeeId,
      department: Place,
      site: Place,
      /** A department or a site that nobody is in yet is meant so, and is no slip of the pen. */
      newPlace: z.boolean().default(false),
      reason: Reason,
    }),
    output: z.object({ ended: z.array(z.string()) }),
    errors: [
      'IDENTITY_MEMBER_MISSING',
      'IDENTITY_MEMBER_ONESELF',
      'IDENTITY_MEMBER_SAME',
      'IDENTITY_PLACE_UNKNOWN',
    ],
    budget: {
      requests: 11,
      because:
        'caller and receipt; who is in the department and at the site; colleague read and written, and whoever does their work; notice and result',
    },
  }),
  /** Lets somebody publish nothing for some days; 0 lets them speak again. */
  muteMember: command({
    access: 'identity.members.manage',
    input: z.strictObject({
      employeeId: EmployeeId,
      days: z.number().int().min(0).max(MUTED_DAYS_MAX),
      reason: Reason,
    }),
    output: z.object({ mutedUntil: Instant.nullable() }),
    errors: ['IDENTITY_MEMBER_MISSING', 'IDENTITY_MEMBER_ONESELF'],
    budget: { requests: 7, because: 'caller and receipt; colleague read and written, notice and result' },
  }),
  previewLeaving: query({
    access: 'identity.members.manage',
    input: z.strictObject({ employeeId: EmployeeId }),
    output: LeavingPreview,
    errors: ['IDENTITY_MEMBER_MISSING'],
    budget: {
      requests: 30,
      because: 'each room is asked for what waits there, and each association for its members',
    },
  }),
  /** Freezes the login at once; what is held goes on to others in steps that a timer finishes. */
  leaveMember: command({
    access: 'identity.members.manage',
    input: z.strictObject({
      employeeId: EmployeeId,
      /** Each association that they preside over, once; null: the office stays open. */
      offices: z.array(z.strictObject({ associationId: Id, toEmployeeId: EmployeeId.nullable() })).max(20),
      coins: z.enum(coinRules),
      reason: Reason,
    }),
    output: z.object({ leavingId: z.string() }),
    errors: [
      'IDENTITY_MEMBER_MISSING',
      'IDENTITY_MEMBER_ONESELF',
      'IDENTITY_OFFICES_OPEN',
      'IDENTITY_LAST_ADMIN',
    ],
    budget: {
      requests: 44,
      because: 'what is due at once is done at once: loans, each office with both its people, coins',
    },
  }),
  /** Offices of somebody who has left by the roster, or for whom nobody was named then. */
  handOverOffices: command({
    access: 'identity.members.manage',
    // Each office goes over in a transaction of its own, before the one that records it.
    idempotency: 'reception',
    input: z.strictObject({
      employeeId: EmployeeId,
      offices: z
        .array(z.strictObject({ associationId: Id, toEmployeeId: EmployeeId }))
        .min(1)
        .max(20),
      reason: Reason,
    }),
    output: z.object({ handedOver: z.literal(true) }),
    errors: ['IDENTITY_MEMBER_MISSING', 'IDENTITY_MEMBER_ONESELF', 'IDENTITY_OFFICES_OPEN'],
    budget: {
      requests: 40,
      because: 'each office with both its people and their memberships, and a notice',
    },
  }),
  /** Lets somebody in again, with the roles they had if wanted, and with what coins were settled. */
  returnMember: command({
    access: 'identity.members.manage',
    input: z.strictObject({ employeeId: EmployeeId, withRoles: z.boolean(), reason: Reason }),
    output: z.object({ coins: Coins }),
    errors: ['IDENTITY_MEMBER_MISSING', 'IDENTITY_MEMBER_HERE', 'IDENTITY_MEMBER_PHONE_TAKEN'],
    budget: {
      requests: 17,
      because:
        'who has the number meanwhile, and the turn of whoever gives one; colleague and leaving read and written, settled entry, account and new entry, notice and result',
    },
  }),
}
