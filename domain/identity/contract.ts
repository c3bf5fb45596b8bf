import * as z from 'zod'
import { WAITING_REQUESTS_MAX } from '../access/contract'
import { roles } from '../access/roles'
import { badgeNames } from '../growth/badges'
import { StreakView } from '../growth/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import {
  Coins,
  Count,
  Cursor,
  EmployeeId,
  FileId,
  Id,
  Instant,
  line,
  NextCursor,
  Person,
} from '../kernel/schema'
import { templateNames } from '../notice/kinds'
import { corrections } from './correctionContract'
import { members } from './memberContract'
import { AvatarView, Deletion, ownData } from './ownDataContract'

import { PhoneCode, rebinds } from './rebindContract'
import { lineProblems } from './roster'
import { comparedFields, rosterActions } from './rosterChanges'

/** Who is calling, as the app needs it on every screen. */
export const Me = Person.extend({
  grants: z.array(
    z.object({ role: z.enum(Object.keys(roles) as [keyof typeof roles]), scopeId: z.string().optional() }),
  ),
  joinedOn: z.string(),
})

/** Only what was uploaded as a roster: the file is removed once it is read. */
const RosterFileId = FileId.regex(/^cloud:\/\/[\w.-]+\/rosters\/[\w-]+\.csv$/)

/** One line of the roster that can't be taken as it stands. Counted from 1, the header line included. */
export const RosterProblem = z.object({
  line: z.number().int(),
  problem: z.enum(lineProblems),
  employeeId: z.string(),
  name: z.string(),
  department: z.string(),
  site: z.string(),
  detail: z.string(),
})

/** One change that an import makes or has made. A phone is shown in part. */
export const RosterLine = z.object({
  employeeId: z.string(),
  name: z.string(),
  department: z.string(),
  site: z.string(),
  joinedOn: z.string(),
  changed: z.array(z.object({ field: z.enum(comparedFields), was: z.string(), becomes: z.string() })),
})

/** An office that somebody leaves with: an association whose president a file takes off the roster. */
export const RosterOffice = z.object({ employeeId: z.string(), name: z.string(), association: z.string() })

export const RosterReport = z.object({
  importId: z.string(),
  fileName: z.string(),
  read: Count,
  unchanged: Count,
  joining: Count,
  changed: Count,
  leaving: Count,
  /** Among the changed, how often each field is. */
  changedFields: z.record(z.enum(comparedFields), Count),
  problems: z.array(RosterProblem),
  /** Lines with a problem beyond those listed. */
  moreProblems: Count,
  /** Of those who leave, who presides over an association: somebody has to follow. */
  offices: z.array(RosterOffice),
  state: z.enum(['checked', 'applying', 'applied']),
  /** Lines written so far, of those to write. */
  written: Count,
  toWrite: Count,
  checkedAt: Instant,
})

export const identity = {
  ...ownData,
  ...members,
  ...corrections,
  ...rebinds,
  /** For mentions, transfers and delegations: who is meant, while the name is being typed. */
  findColleagues: query({
    access: 'employee',
    input: z.strictObject({ text: z.string().max(40) }),
    output: z.object({ colleagues: z.array(Person) }),
    errors: [],
  }),
  /** What the app asks once at launch. */
  openSession: query({
    access: 'guest',
    input: z.strictObject({}),
    output: z.object({
      standing: z.enum(['stranger', 'employee', 'left']),
      me: Me.nullable(),
      unread: Count,
      /** What waits in 管理; null for those who do not see it, because nothing ever waits for them. */
      waiting: Count.nullable(),
      coins: z.object({ balance: Coins, earnedToday: Count }).nullable(),
      privacyVersion: z.string(),
      /** Of the guide that the colleague has agreed to; null for whoever is not let in. */
      agreedPrivacyVersion: z.string().nullable(),
      ugcEnabled: z.boolean(),
      /** WeChat's ids of the subscribe-message templates, for the phone's prompt. */
      templateIds: z.record(z.enum(templateNames), z.string()),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 2 + WAITING_REQUESTS_MAX,
      because:
        'caller with balance and what is unread, all at once; by each role what waits for it, all at once; and so many notices that those switched off fill the count one more',
    },
  }),
  register: command({
    access: 'guest',
    // Else the same id could carry one claim after another, all of them counted as one attempt.
    idempotency: 'reception',
    input: z.strictObject({
      employeeId: EmployeeId,
      name: line(2, limits.nameMax),
      phoneCode: PhoneCode,
      agreedPrivacyVersion: z.string().max(20),
    }),
    output: z.object({ me: Me }),
    errors: [
      'IDENTITY_PRIVACY_NOT_AGREED',
      'IDENTITY_REGISTRATION_REFUSED',
      'IDENTITY_DELETION_RUNNING',
      'IDENTITY_TOO_MANY_ATTEMPTS',
      'IDENTITY_ALREADY_REGISTERED',
      'IDENTITY_PHONE_UNVERIFIED',
      'IDENTITY_PHONE_ABROAD',
    ],
    budget: {
      requests: 12,
      because:
        'whether an attempt is left is asked before WeChat is; attempts are counted for the account and for the number before anything is compared; the number under which somebody has left is read and unbound',
    },
  }),
  openProfile: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      me: Me,
      phoneMasked: z.string(),
      avatar: AvatarView.nullable(),
      balance: Coins,
      debt: Coins,
      /** Points of experience in all. */
      experience: Count,
      earnedToday: Count,
      unread: Count,
      ordersUnderWay: Count,
      /** Mine that stand, their likes, what I keep, associations I am in, and places in what is not over; up to 99. */
      posts: Count,
      comments: Count,
      likes: Count,
      favourites: Count,
      associations: Count,
      places: Count,
      /** My tickets that somebody still has to do something about; up to 99. */
      tickets: Count,
      /** Those that I hold. */
      badges: z.array(z.enum(badgeNames)),
      streak: StreakView,
      /** Asked for and not begun: until then it can be taken back. */
      deletion: Deletion.nullable(),
      /** The balance at the end of each of the last days, the latest last; 30 at most. */
      trend: z.array(Coins),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 8,
      because:
        'the caller, with account, streak, what is unread and what is counted read along; favourites and what two badges are given for at once; the rules, once a minute',
    },
  }),
  /** Compares an uploaded CSV with the roster and changes nobody. */
  checkRoster: command({
    access: 'identity.roster.import',
    idempotency: 'reception',
    input: z.strictObject({
      fileId: RosterFileId,
      fileName: line(1, 80),
      /** Departments and sites that nobody is in yet are meant so; without it their lines wait for a person. */
      newPlaces: z.boolean().default(false),
    }),
    output: RosterReport,
    errors: ['IDENTITY_IMPORT_UNREADABLE', 'IDENTITY_IMPORT_TOO_LONG'],
    budget: {
      requests: 80,
      because:
        'a thousand at a time, the whole roster is read and up to 20,000 lines are set down, at worst with two problems each; enough for a roster of 30,000',
    },
  }),
  /**
   * Applies a checked import, one slice of work a call: while the answer says `applying`, the caller asks again. A timer
   * carries on what nobody asks for, so that nothing stays half done.
   */
  applyRoster: command({
    access: 'identity.roster.import',
    idempotency: 'reception',
    input: z.strictObject({ importId: Id }),
    output: RosterReport,
    errors: [
      'IDENTITY_IMPORT_MISSING',
      'IDENTITY_IMPORT_ONESELF',
      'IDENTITY_IMPORT_STALE',
      'IDENTITY_IMPORT_APPLIED',
    ],
    budget: {
      requests: 1_300,
      because: 'a slice writes about a thousand changed lines one by one; newcomers go in in blocks',
    },
  }),
  openImport: query({
    access: 'identity.roster.import',
    input: z.strictObject({ importId: Id }),
    output: RosterReport,
    errors: ['IDENTITY_IMPORT_MISSING'],
  }),
  /** The lines of an import that do one thing, for as long as they are kept: a week after the check. */
  listImportLines: query({
    access: 'identity.roster.import',
    input: z.strictObject({
      importId: Id,
      action: z.enum(rosterActions),
      after: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
    }),
    output: z.object({ lines: z.array(RosterLine), next: NextCursor }),
    errors: ['IDENTITY_IMPORT_MISSING'],
  }),
  /**
   * The lines with problems that a report has no room for, in the order of the file, for as long as they are kept: a week
   * after the check. A hundred at a time to be read, a thousand to be put into a file.
   */
  listImportProblems: query({
    access: 'identity.roster.import',
    input: z.strictObject({
      importId: Id,
      forFile: z.boolean().default(false),
      after: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
    }),
    output: z.object({ problems: z.array(RosterProblem), next: NextCursor }),
    errors: ['IDENTITY_IMPORT_MISSING'],
  }),
  listImports: query({
    access: 'identity.roster.import',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      imports: z.array(RosterReport.omit({ problems: true, moreProblems: true, offices: true })),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
}
