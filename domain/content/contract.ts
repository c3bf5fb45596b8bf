import * as z from 'zod'
import { HappyHourView } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import { Count, Cursor, Id, Instant, line, NextCursor, text } from '../kernel/schema'
import { BroadcastCard } from '../live/views'
import { articleLimits, articleStates, chiefActions, columnKeys, writerActions } from './article'
import { figures } from './figuresContract'
import { ArticleCard, ArticleVersion, ArticleWords, Attachment, AudienceChoice, DeskArticle } from './schemas'

const HotPost = z.object({
  postId: z.string(),
  title: z.string(),
  boardName: z.string(),
  likes: Count,
  comments: Count,
})
const ArticleList = z.object({ articles: z.array(ArticleCard), next: NextCursor, now: Instant })

const reading = {
  /** 掌动态 in one call: what stands first, what is new, what must be read, what is talked about, and the Happy Hour. */
  openHome: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      lead: ArticleCard.nullable(),
      articles: z.array(ArticleCard),
      /** Whether there are more than these. */
      more: z.boolean(),
      /** What must be read and this reader has not confirmed, the newest first. */
      mustRead: z.array(ArticleCard),
      /** How many of the latest this reader has not opened. */
      unread: Count,
      hot: z.array(HotPost),
      /** What is on the air, about to be, or just over, and whether its reader is called before it begins. */
      live: BroadcastCard.extend({ reminded: z.boolean() }).nullable(),
      /** What the ways on lead to: open positions, films and official accounts, some minutes old, and what is on the air or next. */
      tiles: z.object({
        positions: Count,
        films: Count,
        accounts: Count,
        broadcast: z.object({ status: z.enum(['before', 'live']), startsAt: Instant }).nullable(),
      }),
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 6,
      because:
        'caller with all that is read along; a new instance also reads boards, rules, and counts for the ways on',
    },
  }),
  /** What has appeared for the caller, the newest first; of one column if one is named. */
  listArticles: query({
    access: 'employee',
    input: z.strictObject({ column: z.enum(columnKeys).optional(), after: Cursor.optional() }),
    output: ArticleList,
    errors: [],
    budget: {
      requests: 4,
      because: 'caller, the articles, and at once their counts and what of them was read',
    },
  }),
  /** The caller's articles whose words say what was typed, also in pinyin. */
  findArticles: query({
    access: 'employee',
    input: z.strictObject({ text: line(1, 40) }),
    output: z.object({ articles: z.array(ArticleCard), now: Instant }),
    errors: [],
    budget: {
      requests: 4,
      because: 'caller, the articles, and at once their counts and what of them was read',
    },
  }),
  /** What the caller keeps, the last kept first. */
  listKept: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: ArticleList,
    errors: [],
  }),
  openArticle: query({
    access: 'employee',
    input: z.strictObject({ articleId: Id }),
    output: z.object({
      article: ArticleCard.extend({
        byline: z.string(),
        html: z.string(),
        mustReadBy: z.string().nullable(),
        confirmed: z.boolean(),
        /** When its words were last replaced while it was out; null: they are the first. */
        revisedAt: Instant.nullable(),
        likes: Count,
        liked: z.boolean(),
        favourites: Count,
        favourited: z.boolean(),
        attachments: z.array(Attachment.omit({ fileId: true })),
        /** Topics of the forum that its words name. */
        topics: z.array(z.object({ topicId: z.string(), name: z.string() })),
        /** Under which the forum keeps what is said; null: nothing may be. */
        talkId: z.string().nullable(),
      }),
      /** Of what must be read: how many have confirmed, and of the reader's department how many of how many. */
      confirmations: z.object({ people: Count, inDepartment: Count, ofDepartment: Count }).nullable(),
      related: z.array(ArticleCard),
      canEdit: z.boolean(),
      now: Instant,
    }),
    errors: ['CONTENT_ARTICLE_MISSING'],
  }),
  /** Notes that the caller has opened an article, and how far they have come. It never goes back. */
  noteReading: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ articleId: Id, progress: z.number().int().min(0).max(100) }),
    output: z.object({ progress: Count }),
    errors: ['CONTENT_ARTICLE_MISSING'],
  }),
  markArticle: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ articleId: Id, mark: z.enum(['liked', 'favourited']), on: z.boolean() }),
    output: z.object({ on: z.boolean(), count: Count }),
    errors: ['CONTENT_ARTICLE_MISSING'],
  }),
  /** The caller has read what must be read. */
  confirmReading: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ articleId: Id }),
    output: z.object({ confirmed: z.literal(true) }),
    errors: ['CONTENT_ARTICLE_MISSING', 'CONTENT_NOT_READ'],
  }),
  /** Where an attachment lies, for some minutes. */
  takeAttachment: query({
    access: 'employee',
    input: z.strictObject({ articleId: Id, fileName: line(3, 80) }),
    output: z.object({ url: z.string(), fileName: z.string() }),
    errors: ['CONTENT_ARTICLE_MISSING', 'CONTENT_FILE_MISSING'],
  }),
}

const newsroom = {
  /** What the newsroom works on, by state: what is out in its readers' order, what is timed as it comes, the rest the newest first. */
  openNewsroom: query({
    access: 'content.write',
    input: z.strictObject({ state: z.enum(articleStates), after: Cursor.optional() }),
    output: z.object({ articles: z.array(DeskArticle), next: NextCursor, now: Instant }),
    errors: [],
  }),
  openDraft: query({
    access: 'content.write',
    input: z.strictObject({ articleId: Id, version: Count.optional() }),
    output: z.object({
      articleId: z.string(),
      version: Count,
      state: z.enum(articleStates),
      words: ArticleWords,
      writerIds: z.array(z.string()),
      publishAt: Instant.nullable(),
      onTop: z.boolean(),
      /** Where pictures lie that WeChat has refused, as a writer finds them; nobody else sees these. */
      refused: z.array(z.string()),
      /** Which article that is out it would replace; null: none. */
      revises: z.string().nullable(),
      /** Whether the caller may throw away this new version. */
      canDiscard: z.boolean(),
      /** Why it came back, or was taken down; null: it never was. */
      remark: z.object({ by: z.string(), words: z.string(), at: Instant }).nullable(),
      versions: z.array(ArticleVersion),
      now: Instant,
    }),
    errors: ['CONTENT_ARTICLE_MISSING'],
  }),
  /** For whom an article may be, as the roster has it: places and departments, the largest first. */
  listAudiences: query({
    access: 'content.write',
    input: z.strictObject({}),
    output: z.object({ cities: z.array(AudienceChoice), departments: z.array(AudienceChoice) }),
    errors: [],
    budget: { requests: 30, because: 'caller; the roster, a thousand people each, once in ten minutes' },
  }),
  /** A new article, or the next version of one that is a draft. */
  saveArticle: command({
    access: 'content.write',
    input: z.strictObject({
      of: z.strictObject({ articleId: Id, version: Count }).optional(),
      words: ArticleWords,
    }),
    output: z.object({
      articleId: z.string(),
      version: Count,
      /** As they are kept: with the files where they lie now. */
      html: z.string(),
      coverId: z.string().nullable(),
      attachments: ArticleWords.shape.attachments,
    }),
    errors: [
      'CONTENT_ARTICLE_MISSING',
      'CONTENT_CHANGED',
      'CONTENT_STEP_REFUSED',
      'CONTENT_FILE_MISSING',
      'CONTENT_FILE_UNFIT',
      'CONTENT_FILM_UNFIT',
      'CONTENT_TOO_LONG',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 150,
      because:
        'each new picture is addressed, read, written to storage and shown to WeChat; four requests of the database',
    },
  }),
  /** What a writer does with an article: hands it in, takes it back, begins anew with one that was taken down. */
  moveDraft: command({
    access: 'content.write',
    input: z.strictObject({ articleId: Id, version: Count, action: z.enum(writerActions) }),
    output: z.object({ state: z.enum(articleStates), version: Count }),
    errors: [
      'CONTENT_ARTICLE_MISSING',
      'CONTENT_CHANGED',
      'CONTENT_STEP_REFUSED',
      'CONTENT_UNFINISHED',
      'CONTENT_DAY_PAST',
      'CONTENT_AUDIENCE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: { requests: 12, because: 'a long text is shown to WeChat in up to nine parts' },
  }),
  /** Begins a new version of an article that is out, and stays; or opens the one that was begun, as a draft on what is out now. */
  reviseArticle: command({
    access: 'content.write',
    idempotency: 'natural',
    input: z.strictObject({ articleId: Id, version: Count }),
    output: z.object({ articleId: z.string() }),
    errors: ['CONTENT_ARTICLE_MISSING', 'CONTENT_CHANGED', 'CONTENT_STEP_REFUSED'],
  }),
  /** Throws away a new version that is not decided on; what is out stays as it is. */
  discardRevision: command({
    access: 'content.write',
    input: z.strictObject({ articleId: Id, version: Count }),
    /** Which article it would have replaced. */
    output: z.object({ articleId: z.string() }),
    errors: ['CONTENT_ARTICLE_MISSING', 'CONTENT_CHANGED', 'CONTENT_STEP_REFUSED', 'CONTENT_NOT_YOURS'],
    budget: { requests: 36, because: 'both articles, their saves, files and notices' },
  }),
  /** What a chief editor decides. */
  decideArticle: command({
    access: 'content.publish',
    input: z.strictObject({
      articleId: Id,
      version: Count,
      action: z.enum(chiefActions),
      publishAt: Instant.optional(),
      /** Of a new version of what must be read: whether everybody is to confirm it again. */
      anew: z.boolean().default(false),
      reason: text(0, limits.reasonMax).default(''),
    }),
    output: z.object({ state: z.enum(articleStates), version: Count }),
    errors: [
      'CONTENT_ARTICLE_MISSING',
      'CONTENT_CHANGED',
      'CONTENT_STEP_REFUSED',
      'CONTENT_OWN_ARTICLE',
      'CONTENT_TIME_WRONG',
      'CONTENT_DAY_PAST',
      'CONTENT_PICTURE_BLOCKED',
      'CONTENT_REASON_NEEDED',
    ],
    budget: {
      requests: 54,
      because:
        'verdicts, article, its conversation, an official message or a notice, and the result; a new version is taken from its own place to that of the article, with up to twenty saves',
    },
  }),
  /** Puts an article above the others, or back among them. */
  putOnTop: command({
    access: 'content.publish',
    input: z.strictObject({ articleId: Id, onTop: z.boolean() }),
    output: z.object({ onTop: z.boolean() }),
    errors: ['CONTENT_ARTICLE_MISSING', 'CONTENT_STEP_REFUSED'],
  }),
  /** What of a pasted page an article may hold. Nothing is kept. */
  cleanMarkup: query({
    access: 'content.write',
    input: z.strictObject({ html: z.string().min(1).max(articleLimits.markupMax) }),
    output: z.object({
      html: z.string(),
      title: z.string(),
      /** Pictures and films that lie elsewhere and did not come along: words stand in their place, see `gaps.ts`. */
      lost: Count,
    }),
    errors: ['CONTENT_TOO_LONG'],
  }),
}

export const content = { ...reading, ...newsroom, ...figures }
