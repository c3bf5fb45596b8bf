import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, Id, Instant, line, NextCursor, Reason, text } from '../kernel/schema'
import { audienceKinds, type Voice, voices } from './news'

/** An association's id, or a place or department as the roster writes it. */
const Audience = z.strictObject({
  kind: z.enum(audienceKinds),
  value: z
    .string()
    .max(40)
    .regex(/^[\p{L}\p{N} ()（）·・:._/-]*$/u),
})

const News = z.object({
  newsId: z.string(),
  title: z.string(),
  body: z.string(),
  voice: z.enum(Object.keys(voices) as [Voice, ...Voice[]]),
  /** "公司", "工会", "光影摄影社" */
  from: z.string(),
  /** The article that it tells of; absent: it stands for itself. */
  articleId: z.string().optional(),
  at: Instant,
})

const SentNews = News.extend({
  /** "所有同事", "上海的同事" */
  to: z.string(),
  /** How many it was for when it was sent. */
  reach: Count,
  sentBy: z.string(),
  withdrawn: z.boolean(),
})

export type SentNewsView = z.infer<typeof SentNews>

/** What the company, the union and the associations tell many at once. */
export const news = {
  openNews: query({
    access: 'employee',
    input: z.strictObject({ newsId: Id }),
    output: z.object({ news: News, read: z.boolean(), now: Instant }),
    errors: ['NOTICE_NEWS_MISSING'],
    budget: { requests: 4, because: 'caller and news; what the caller has read and is a member of' },
  }),
  /** To whom the caller may send, and what was sent. */
  openNewsDesk: query({
    access: 'notice.news.send',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      /** Whether the caller speaks to others than the members of their associations. */
      everywhere: z.boolean(),
      associations: z.array(z.object({ associationId: z.string(), name: z.string() })),
      sites: z.array(z.string()),
      sent: z.array(SentNews),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  /** How many a piece of news would be for, before it is sent. */
  previewNews: query({
    access: 'notice.news.send',
    input: z.strictObject({ audience: Audience }),
    output: z.object({ to: z.string(), from: z.string(), reach: Count }),
    errors: ['NOTICE_AUDIENCE_MISSING', 'NOTICE_NOT_YOUR_AUDIENCE'],
  }),
  sendNews: command({
    access: 'notice.news.send',
    input: z.strictObject({
      title: line(2, limits.titleMax),
      body: text(2, limits.bodyMax),
      audience: Audience,
    }),
    output: z.object({ newsId: z.string(), reach: Count }),
    errors: [
      'NOTICE_AUDIENCE_MISSING',
      'NOTICE_NOT_YOUR_AUDIENCE',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
  /** Takes news out of every inbox; it stays in the list of what was sent. */
  withdrawNews: command({
    access: 'notice.news.send',
    input: z.strictObject({ newsId: Id, reason: Reason }),
    output: z.object({ withdrawn: z.literal(true) }),
    errors: ['NOTICE_NEWS_MISSING'],
  }),
}
