import * as z from 'zod'
import { isUploadedPicture } from '../forum/images'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, FileId, Instant } from '../kernel/schema'
import { OwnCorrection } from './correctionContract'
import { keptNames, wordChoices } from './ownData'
import { audiences } from './visibility'

/** Where functions look for files of a kind, and nowhere else. */
export const uploadFolders = ['uploads', 'rosters', 'claims', 'feeds'] as const

/** What has to be settled by the person before their data can go. */
export const blockers = ['orders', 'places', 'tickets', 'roles', 'foundings'] as const

const Blocker = z.object({ kind: z.enum(blockers), count: Count })

const Export = z.object({
  state: z.enum(['gathering', 'ready']),
  askedAt: Instant,
  expiresAt: Instant,
})

export const Deletion = z.object({
  words: z.enum(wordChoices),
  askedAt: Instant,
  /** When it begins. */
  dueAt: Instant,
})

const PrivacyView = z.object({ department: z.enum(audiences), phone: z.enum(audiences) })

/** As its owner sees it. */
export const AvatarView = z.object({ fileId: z.string(), checking: z.boolean() })

const GATHERING =
  'every room is asked for what it keeps, a thousand rows a request; somebody with ten thousand of them fits'

/** See, take along and delete what the community keeps about oneself. */
export const ownData = {
  /** Who sees my department and phone, and which privacy guide I agreed to. */
  openPrivacy: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ privacy: PrivacyView, agreedVersion: z.string().nullable(), now: Instant }),
    errors: [],
  }),
  /** To a guide that has changed since. */
  agreeToPrivacy: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ version: z.string().max(20) }),
    output: z.object({ agreedVersion: z.string() }),
    errors: ['IDENTITY_PRIVACY_NOT_AGREED'],
  }),
  changePrivacy: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ department: z.enum(audiences), phone: z.enum(audiences) }),
    output: z.object({ privacy: PrivacyView }),
    errors: [],
  }),
  /** Where what is about to be uploaded shall lie: the cloud knows of it then, also where no call ever comes with it. */
  announceUploads: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({
      folder: z.enum(uploadFolders).default('uploads'),
      /** What the name of each ends in. */
      ends: z
        .array(z.string().regex(/^[a-z0-9]{1,5}$/))
        .min(1)
        .max(limits.uploadsMax),
    }),
    output: z.object({ paths: z.array(z.string()) }),
    errors: [],
  }),
  /** A picture of one's own beside the name, or none; colleagues see it once WeChat has passed it. */
  changeAvatar: command({
    access: 'employee',
    publishes: ({ fileId }) => fileId !== undefined,
    input: z.strictObject({
      /** Absent: the picture is taken away. */
      fileId: FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }).optional(),
    }),
    output: z.object({ avatar: AvatarView.nullable() }),
    errors: ['FORUM_IMAGE_MISSING', 'CONTENT_CHECK_UNAVAILABLE'],
  }),
  openMyData: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      tables: z.array(z.object({ name: z.enum(keptNames), rows: Count })),
      export: Export.nullable(),
      deletion: Deletion.nullable(),
      /** The last that was found wrong on the roster. */
      correction: OwnCorrection.nullable(),
      now: Instant,
    }),
    errors: [],
    budget: { requests: 45, because: GATHERING },
  }),
  /** Once in 24 hours. Gathering follows by `continueExport`, or by the timer. */
  requestExport: command({
    access: 'employee',
    input: z.strictObject({}),
    output: Export,
    errors: ['IDENTITY_EXPORT_TOO_SOON'],
  }),
  /** Gathers what was asked for and links to it, for as long as it lies there; repeated until it is ready. */
  continueExport: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({}),
    output: Export.extend({ url: z.string() }),
    errors: ['IDENTITY_EXPORT_MISSING', 'IDENTITY_EXPORT_FAILED'],
    budget: { requests: 44, because: GATHERING },
  }),
  /** What stands in the way, and what would be lost. */
  openDeletion: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      blockers: z.array(Blocker),
      balance: Count,
      deletion: Deletion.nullable(),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 7,
      because: 'the caller with account and deletion; orders, places, tickets and foundings that are open',
    },
  }),
  /** The number of one's own, typed again, confirms it. */
  requestDeletion: command({
    access: 'employee',
    input: z.strictObject({ words: z.enum(wordChoices), confirmedBy: z.string().max(20) }),
    output: Deletion,
    errors: ['IDENTITY_DELETION_BLOCKED', 'IDENTITY_DELETION_UNCONFIRMED'],
    budget: {
      requests: 10,
      because: 'what is open in four rooms is looked at first, and the person is told',
    },
  }),
  withdrawDeletion: command({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ withdrawn: z.literal(true) }),
    errors: ['IDENTITY_DELETION_MISSING'],
  }),
}
