import * as z from 'zod'
import { Earned, HappyHourView } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { limits } from '../kernel/limits'
import {
  Count,
  Cursor,
  EmployeeId,
  FileId,
  Id,
  Instant,
  line,
  NextCursor,
  Reason,
  text,
} from '../kernel/schema'
import { accountProcedures } from './accountContract'
import { CardTarget } from './cards'
import { conversationProcedures } from './conversationContract'
import { isUploadedPicture } from './images'
import { markProcedures, postsOfReader } from './markContract'
import { MENTIONS_MAX } from './mentions'
import { moderation, penalty } from './moderationContract'
import { ownContract } from './ownContract'
import { PollDraft, pollProcedures } from './pollContract'
import { topicProcedures } from './topicContract'
import { TOPICS_MAX } from './topics'
import { Board, Post, PostVersion, Silence, SpokenAs, Thread } from './views'

const Image = z.strictObject({
  fileId: FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }),
  width: z.number().int().min(1).max(20_000).optional(),
  height: z.number().int().min(1).max(20_000).optional(),
})

export const feedSorts = ['newest', 'hot', 'featured'] as const

export const forum = {
  ...accountProcedures,
  ...topicProcedures,
  ...markProcedures,
  ...pollProcedures,
  ...ownContract,
  ...moderation,
  openFeed: query({
    access: 'employee',
    input: z.strictObject({
      sort: z.enum(feedSorts).default('newest'),
      boardId: Id.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      boards: z.array(Board),
      /** What stands on top of a board, on its first page alone; it comes again in its place below. */
      pinned: z.array(Post),
      posts: z.array(Post),
      /** The first of those that are talked about. */
      topics: z.array(z.object({ topicId: z.string(), name: z.string(), posts: Count })),
      next: NextCursor,
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: ['FORUM_BOARD_MISSING'],
    budget: {
      requests: 9,
      because:
        'caller, posts, what is pinned to a board, and who has left; with cards the events, their seats and the products of all of them; a new instance also reads boards, coin rules and topics, and remembers them',
    },
  }),
  openPost: query({
    access: 'employee',
    input: z.strictObject({
      postId: Id,
      /** The comment or reply that the reader comes for. */
      commentId: Id.optional(),
    }),
    output: z.object({
      post: Post,
      /** How many others have read it, each counted once; up to an hour old. */
      readers: Count,
      /** The best first. */
      comments: z.array(Thread),
      /** The thread of the comment that the reader comes for, with it; null: for none, or it is not there for them. */
      aimed: Thread.nullable(),
      next: NextCursor,
      canModerate: z.boolean(),
      /** Whether the reader may choose posts and pin them. */
      canFeature: z.boolean(),
      voices: z.array(SpokenAs),
      /** Null: the reader may speak. */
      silence: Silence.nullable(),
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: ['FORUM_POST_MISSING'],
    budget: {
      requests: 18,
      because:
        'caller, for a president the association, for whoever is muted by which decision of moderators or by HR, for whoever comes for one reply it, the comment above, its first replies and who has left, then post and comments at once, then their first replies; what its card points at; who of the authors has left, of the post and of the comments; a new instance also reads boards, coin rules and official accounts',
    },
  }),
  openCompose: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      boards: z.array(Board),
      /** Where a post may be from, the caller's own site first. */
      sites: z.array(z.string()),
      voices: z.array(SpokenAs),
      /** Null: the caller may publish. */
      silence: Silence.nullable(),
      /** What publishing now would earn, and what of the day's cap is left. */
      forecast: z.object({ base: Count, multiplier: z.number().int(), amount: Count, leftToday: Count }),
      happyHour: HappyHourView,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 10,
      because:
        'caller and account, for a president the association, and for whoever is muted by which decision of moderators or by HR; a new instance also reads boards, coin rules, official accounts and sites, and remembers them',
    },
  }),
  listMine: postsOfReader,
  createPost: command({
    access: 'employee',
    publishes: true,
    idempotency: 'reception',
    input: z.strictObject({
      boardId: Id,
      title: line(2, limits.titleMax),
      body: text(1, limits.bodyMax),
      images: z.array(Image).max(limits.postImagesMax).default([]),
      /** Whom `@name` in the text means. */
      mentionIds: z.array(EmployeeId).max(MENTIONS_MAX).default([]),
      /** The official account that speaks; absent: the caller. */
      accountId: Id.optional(),
      poll: PollDraft.optional(),
      card: CardTarget.optional(),
      /** Where it is from, among those of `openCompose`; absent: where the caller is. */
      site: line(1, 40).optional(),
    }),
    /** An account earns nothing for anybody. */
    output: z.object({ postId: z.string(), earned: Earned.nullable() }),
    errors: [
      'FORUM_BOARD_MISSING',
      'FORUM_BOARD_CLOSED',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_IMAGE_MISSING',
      'FORUM_ACCOUNT_MISSING',
      'FORUM_NOT_YOUR_VOICE',
      'FORUM_TOO_FAST',
      'FORUM_REPEATED',
      'FORUM_POLL_END_WRONG',
      'FORUM_CARD_MISSING',
      'FORUM_SITE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 17 + TOPICS_MAX + MENTIONS_MAX,
      because:
        'caller with what was said before, reception, and that this is said; post, what it is found by, account twice, entry, result; a new instance also reads boards and coin rules; speaking as an account is audited, and an association is read for its name; with topics those that are known, and each new one; with mentions who they are, and a notice to each; with a card what it points at: a product, or an event and its seats; from another site which there are',
    },
  }),
  /** The author puts right what they have published; the version before is kept. */
  editPost: command({
    access: 'employee',
    publishes: true,
    // How often somebody writes, and what is new to talk about, is noted before its transaction.
    idempotency: 'reception',
    input: z.strictObject({
      postId: Id,
      title: line(2, limits.titleMax),
      body: text(1, limits.bodyMax),
      /** The pictures of the post that stay, in their order; the new ones come after them. */
      keptFileIds: z.array(FileId).max(limits.postImagesMax).default([]),
      images: z.array(Image).max(limits.postImagesMax).default([]),
      /** Colleagues whom the text calls by `@name`: those of the post stay without being named again. */
      mentionIds: z.array(EmployeeId).max(MENTIONS_MAX).default([]),
      /** Takes the place of a poll that nobody has voted in; absent: it stays. */
      poll: PollDraft.optional(),
    }),
    output: z.object({ postId: z.string(), editedAt: Instant }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_NOT_YOURS',
      'FORUM_EDIT_TOO_LATE',
      'FORUM_POLL_MISSING',
      'FORUM_POLL_END_WRONG',
      'FORUM_POLL_FIXED',
      'FORUM_CLOSED',
      'FORUM_MUTED',
      'FORUM_TOO_FAST',
      'FORUM_REPEATED',
      'FORUM_IMAGE_MISSING',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 13 + TOPICS_MAX + MENTIONS_MAX,
      because:
        'caller with what was said before, reception, post, and that this is said; post again, the version before, post, what it is found by, its review read and written, result; the topics that are known, and each new one; with mentions who they are, and a notice to each new one',
    },
  }),
  /** What a post has said, the present version first. */
  openEdits: query({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({ versions: z.array(PostVersion), now: Instant }),
    errors: ['FORUM_POST_MISSING'],
  }),
  /** Makes a post one of the featured ones, which earns its author coins the first time, or no more one. */
  featurePost: command({
    access: 'forum.feature',
    idempotency: 'reception',
    input: z.strictObject({ postId: Id, featured: z.boolean() }),
    output: z.object({ featured: z.boolean(), earned: Count }),
    errors: ['FORUM_POST_MISSING', 'FORUM_OWN_POST'],
    budget: {
      requests: 10,
      because:
        'caller, reception; post read and written, account read and written, entry, notice, result; a new instance also reads the coin rules',
    },
  }),
  /** Puts a post on top of its board, or takes it down from there. */
  pinPost: command({
    access: 'forum.feature',
    input: z.strictObject({ postId: Id, pinned: z.boolean() }),
    output: z.object({ pinned: z.boolean() }),
    errors: ['FORUM_POST_MISSING', 'FORUM_PINS_FULL'],
    budget: {
      requests: 14,
      because:
        'caller, post and pins; the post twice, the board twice, the others on top of it and the result',
    },
  }),
  deletePost: command({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({ reversed: Count, balance: Count }),
    errors: ['FORUM_POST_MISSING', 'FORUM_NOT_YOURS'],
    budget: {
      requests: 20,
      because:
        'what the post earned, by itself, by being featured and by likes, goes back in the same transaction; for each of these one more where an appeal had brought it back',
    },
  }),
  removePost: command({
    access: 'forum.moderate',
    input: z.strictObject({ postId: Id, reason: Reason, ...penalty }),
    output: z.object({ reversed: Count }),
    errors: ['FORUM_POST_MISSING', 'FORUM_MUTE_TOO_EARLY'],
    budget: {
      requests: 27,
      because:
        'as deleting a post, featured and liked or not; its review is read and written, and its author is told why. With days of silence the post and earlier offences are read before, and the author is muted',
    },
  }),
  ...conversationProcedures,
}
