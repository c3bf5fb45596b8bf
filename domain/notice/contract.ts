import { z } from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, Id, Instant, NextCursor } from '../kernel/schema'
import { noticeKinds, templateNames } from './kinds'

export const Notice = z.object({
  noticeId: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  body: z.string(),
  read: z.boolean(),
  at: Instant,
  /** Where a tap leads. */
  target: z
    .object({
      kind: z.enum([
        'post',
        'association',
        'order',
        'application',
        'rebind',
        'statement',
        'place',
        'visit',
        'founding',
        'event',
        'review',
      ]),
      id: z.string(),
    })
    .nullable(),
})

export const notice = {
  listNotices: query({
    access: 'employee',
    input: z.strictObject({ kind: z.enum(noticeKinds).optional(), after: Cursor.optional() }),
    output: z.object({ notices: z.array(Notice), next: NextCursor, now: Instant }),
    errors: [],
  }),
  markRead: command({
    access: 'employee',
    idempotency: 'natural',
    /** Absent ids: everything up to now. */
    input: z.strictObject({ noticeIds: z.array(Id).max(50).optional() }),
    output: z.object({ unread: Count }),
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
}
