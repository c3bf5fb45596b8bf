import * as z from 'zod'
import { Count, FileId, Instant, line } from '../kernel/schema'
import { articleLimits, articleStates, columnKeys } from './article'

/** Everybody, those of one place, or of one department, as the roster writes them. */
export const Audience = z.strictObject({
  kind: z.enum(['all', 'city', 'department']),
  value: z
    .string()
    .max(40)
    .regex(/^[\p{L}\p{N} ()（）·・_/-]*$/u),
})

/** A place or a department, and how many colleagues are there. */
export const AudienceChoice = z.object({ value: z.string(), people: Count })

/** An article as a list shows it to one reader. */
export const ArticleCard = z.object({
  articleId: z.string(),
  title: z.string(),
  summary: z.string(),
  column: z.enum(columnKeys),
  /** Empty: it has none. */
  coverId: z.string(),
  publishAt: Instant,
  minutes: Count,
  mustRead: z.boolean(),
  onTop: z.boolean(),
  /** How many colleagues have opened it, as the timer last counted. */
  views: Count,
  /** How far this reader has come, in percent; null: not opened yet. */
  progress: Count.nullable(),
})
export type ArticleCardView = z.output<typeof ArticleCard>

export const Attachment = z.object({ fileId: z.string(), fileName: z.string(), bytes: Count })

/** An article as a writer writes it. */
export const ArticleWords = z.strictObject({
  title: line(0, articleLimits.titleMax),
  summary: line(0, articleLimits.summaryMax),
  column: z.enum(columnKeys),
  /** Who signs it; empty: nobody. */
  byline: line(0, articleLimits.bylineMax),
  coverId: FileId.nullable(),
  /** Markup, cleaned before it is kept. */
  html: z.string().max(articleLimits.markupMax),
  audience: Audience,
  comments: z.boolean(),
  mustRead: z.boolean(),
  /** The last day on which it is to be read; null: no day. */
  mustReadBy: z.iso.date().nullable(),
  /** Whether those it is for are told by an official message when it appears. */
  push: z.boolean(),
  attachments: z
    .array(z.strictObject({ fileId: FileId, fileName: line(3, 80) }))
    .max(articleLimits.attachmentsMax),
})
export type ArticleWordsView = z.output<typeof ArticleWords>

export const DeskArticle = z.object({
  articleId: z.string(),
  title: z.string(),
  column: z.enum(columnKeys),
  state: z.enum(articleStates),
  writerName: z.string(),
  to: z.string(),
  publishAt: Instant.nullable(),
  changedAt: Instant,
  onTop: z.boolean(),
  /** Whether it would replace one that is out. */
  isRevision: z.boolean(),
  views: Count,
})
export type DeskArticleView = z.output<typeof DeskArticle>

export const ArticleVersion = z.object({ version: Count, title: z.string(), by: z.string(), at: Instant })
