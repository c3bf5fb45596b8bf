import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, Id, Instant, NextCursor, Pictured } from '../kernel/schema'
import { noticeKinds, optionalKinds, templateNames } from './kinds'
import { news } from './newsContract'
import { offerAnswers } from './offer'

export const Notice = z.object({
  noticeId: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  body: z.string(),
  read: z.boolean(),
  at: Instant,
  /** The colleague whose doing it tells of; without a number where what wrote it knows the name alone. */
  from: Pictured.nullable(),
  /** A seat that is held for the reader; null: it tells of none. How it stands says `offerStanding`. */
  offer: z
    .object({
      placeId: z.string(),
      expiresAt: Instant,
      /** Whole coins that taking it costs. */
      fee: Count,
      answer: z.enum(offerAnswers).nullable(),
    })
    .nullable(),
  /** Where a tap leads. */
  target: z
    .object({
      kind: z.enum([
        'post',
        'association',
        'order',
        'product',
        'application',
        'rebind',
        'statement',
        'happyHour',
        'place',
        'visit',
        'founding',
        'event',
        'host',
        'review',
        'news',
        'line',
        'ticket',
        'claims',
        'claimDesk',
        'term',
        'document',
        'suggestion',
        'position',
        'candidacy',
        'draft',
        'report',
        'broadcast',
        'article',
        'rules',
        'leaving',
        'roles',
      ]),
      id: z.string(),
      /** The comment under the post that it is about. */
      commentId: z.string().optional(),
    })
    .nullable(),
})

/** How many are unread of each kind; kinds that were switched off are not among them. */
const UnreadCounts = z.partialRecord(z.enum(noticeKinds), Count)

const Settings = z.strictObject({
  /** Kinds that stay out of the inbox. What is owed to a person can't be left out. */
  off: z.array(z.enum(optionalKinds)).max(optionalKinds.length),
  /** Whether subscribe messages go out at night as well. */
  loud: z.boolean(),
  /** Subscribe messages that are not wanted, though they were accepted. */
  unwanted: z.array(z.enum(templateNames)).max(templateNames.length),
})

export const notice = {
  listNotices: query({
    access: 'employee',
    input: z.strictObject({ kind: z.enum(noticeKinds).optional(), after: Cursor.optional() }),
    output: z.object({
      notices: z.array(Notice),
      next: NextCursor,
      /** With the first page alone. */
      unread: UnreadCounts.nullable(),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 4,
      because:
        'caller with settings, memberships and, for the first page, what is unread; then notices and news at once, and one more for so many unread that those switched off fill the count',
    },
  }),
  markRead: command({
    access: 'employee',
    idempotency: 'natural',
    /** Some, one piece of news, one kind, or everything up to now. */
    input: z.strictObject({
      noticeIds: z.array(Id).max(50).optional(),
      newsId: Id.optional(),
      kind: z.enum(noticeKinds).optional(),
    }),
    output: z.object({ unread: Count }),
    errors: ['NOTICE_NEWS_MISSING'],
    budget: {
      requests: 9,
      because:
        'caller, notices, settings and memberships; the piece of news and its mark (three requests the first time); the latest news for everything; notices and news for what is left',
    },
  }),
  openSettings: query({
    access: 'employee',
    input: z.strictObject({}),
    output: Settings.extend({
      /** What became of each template: the ledger of permissions. */
      templates: z.array(
        z.object({
          name: z.enum(templateNames),
          accepted: Count,
          refused: Count,
          sent: Count,
          left: Count,
          answeredAt: Instant.nullable(),
        }),
      ),
      now: Instant,
    }),
    errors: [],
  }),
  changeSettings: command({
    access: 'employee',
    idempotency: 'natural',
    input: Settings,
    output: Settings,
    errors: [],
  }),
  /** The phone asked for permission and the person accepted these templates once each. */
  recordPermissions: command({
    access: 'employee',
    input: z.strictObject({
      accepted: z.array(z.enum(templateNames)).max(3),
      refused: z.array(z.enum(templateNames)).max(3),
    }),
    output: z.object({ left: z.record(z.string(), Count) }),
    errors: [],
  }),
  ...news,
}
