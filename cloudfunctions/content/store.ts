import type { ArticleState, Column } from '@domain/content/article'
import type { ArticleWordsView } from '@domain/content/schemas'
import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'

export interface StoredAttachment {
  fileId: string
  fileName: string
  bytes: number
}

/** A picture or film of an article: our own copy, WeChat's name for its check ('' for a film, which it can't look at), and what it said. */
export interface StoredFile {
  fileId: string
  traceId: string
  state: 'checking' | 'passed' | 'blocked'
}

export interface ArticleDocument extends Document {
  title: string
  summary: string
  column: Column
  byline: string
  coverId: string | null
  html: string
  audience: ArticleWordsView['audience']
  comments: boolean
  mustRead: boolean
  mustReadBy: string | null
  push: boolean
  attachments: StoredAttachment[]
  minutes: number
  state: ArticleState
  /** Raised by every change: who acts, acts on what they have read. */
  version: number
  /** Whoever began it, and everybody whose words are in it. */
  writer: z.output<typeof Person>
  writerIds: string[]
  files: StoredFile[]
  /** Whether WeChat has refused its cover: lists show none. Absent: it has not. */
  coverRefused?: boolean
  /** When it appeared, or is to; 0 before that is decided. */
  publishAt: Instant
  onTop: boolean
  orderKey: string
  /** Which article that is out it would replace, and which version of it. */
  revises?: { articleId: string; version: number }
  /** Its new version that was begun last; it may have taken its place since, or be thrown away. */
  revisionId?: string
  /** When its words were last replaced while it was out, and when everybody was asked to confirm anew. */
  revisedAt?: Instant
  askedAt?: Instant
  /** The audience's key while it has appeared or is about to; '' otherwise, so that no list finds it. */
  shownTo: string
  /** What it is found by; none while it is not out. */
  terms: string[]
  /** What the newsroom finds it by, whatever its state. */
  titleTerms: string[]
  /** Since when its message goes out to who permits one; 0: it does not, or is out. */
  pushingSince: Instant
  /** What the inbox tells of it; absent: nothing. */
  newsId?: string
  /** Up to which employee number it has gone. */
  pushedTo: string
  /** When whoever had not confirmed it was last reminded; absent: never. */
  remindedAt?: Instant
  /** Since when a reminder goes out, and up to which employee number it has; 0: none does. */
  remindingSince?: Instant
  remindedTo?: string
  /** When those who come next began to be reminded; 0: they have not. */
  remindingAt?: Instant
  remark: { by: string; words: string; at: Instant } | null
  /** When it was last handed in, and when that was last decided; absent: never. */
  handedInAt?: Instant
  decidedAt?: Instant
  changedAt: Instant
}

/** An article's words as they were saved. The id is `<article>.<version>`. */
export interface VersionDocument extends Document {
  articleId: string
  version: number
  words: ArticleWordsView
  by: string
  at: Instant
}

/** What one colleague has done with one article: one document for both, so that each counts once. */
export interface ReadingDocument extends Document {
  articleId: string
  employeeId: string
  /** The reader's department when they last did something. */
  department: string
  progress: number
  liked: boolean
  likedAt: Instant
  favourited: boolean
  favouritedAt: Instant
  /** When and what was kept, as one key that sorts; '' while it is not. */
  keptKey: string
  confirmed: boolean
  confirmedAt: Instant
  /** Since when the tally does not know something of it; 0: it knows all. */
  uncountedSince: Instant
}

/** How many have done what, as the timer counted; the id is the article's. */
export interface TallyDocument extends Document {
  views: number
  likes: number
  favourites: number
  confirmed: number
  /** Of what must be read: how many of each department it is for, and how many of them have confirmed. */
  departments: { department: string; people: number; confirmed: number }[]
  /** When the departments were last looked up; 0: never. */
  departmentsAt: Instant
  at: Instant
}

export const articles = collection<ArticleDocument>('content_articles')
export const versions = collection<VersionDocument>('content_versions')
export const readings = collection<ReadingDocument>('content_readings')
export const tallies = collection<TallyDocument>('content_tallies')

export const versionIdOf = (articleId: string, version: number) =>
  `${articleId}.${String(version).padStart(4, '0')}`
export const readingIdOf = (articleId: string, employeeId: string) => `${articleId}:${employeeId}`
/** Under which the forum keeps what is said about an article. */
export const talkIdOf = (articleId: string) => `article.${articleId}`
