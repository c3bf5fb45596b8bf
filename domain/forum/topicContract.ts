import * as z from 'zod'
import { HappyHourView } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { Author, Count, Cursor, EmployeeId, Id, Instant, NextCursor, Person } from '../kernel/schema'
import { MENTIONS_MAX } from './mentions'
import { showingStatuses } from './showing'
import { Post } from './views'

/** One line of the list of topics that are talked about. */
const TopicEntry = z.object({
  topicId: z.string(),
  name: z.string(),
  posts: Count,
  heat: z.number(),
  /** Its rank the time before; null: it was not there. */
  rankBefore: Count.nullable(),
  /** Its heat at the last hours, the latest last. */
  history: z.array(z.number()),
})

/** Topics, whom one follows, and the search over everything that is said. */
export const topicProcedures = {
  listTopics: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({ topics: z.array(TopicEntry), rankedAt: Instant, now: Instant }),
    errors: [],
  }),
  openTopic: query({
    access: 'employee',
    input: z.strictObject({
      topicId: Id,
      sort: z.enum(['newest', 'hot', 'official']).default('hot'),
      after: Cursor.optional(),
    }),
    output: z.object({
      topic: z.object({
        topicId: z.string(),
        name: z.string(),
        posts: Count,
        /** Whether `posts` is what the timer counted a few minutes ago; else all of them are on this page. */
        postsAbout: z.boolean(),
        followers: Count,
        following: z.boolean(),
        /** Among the topics that are talked about; null: not among them. */
        rank: Count.nullable(),
        heat: z.number(),
        history: z.array(z.number()),
      }),
      /** What stands on top of a board and is about the topic; on the first page only, and not among the posts. */
      onTop: z.array(z.object({ postId: z.string(), title: z.string(), official: z.boolean() })),
      /** The broadcast that belongs to it: on, to come or to be seen again; null: none. */
      broadcast: z
        .object({
          broadcastId: z.string(),
          title: z.string(),
          /** Null: it has none that the topic knows of. */
          coverFileId: z.string().nullable(),
          status: z.enum(showingStatuses),
          startsAt: Instant,
          endsAt: Instant,
        })
        .nullable(),
      posts: z.array(Post),
      happyHour: HappyHourView,
      next: NextCursor,
      now: Instant,
    }),
    errors: ['FORUM_TOPIC_MISSING'],
    budget: {
      requests: 9,
      because:
        'caller, topic, its posts and what is pinned of them; who of their authors has left; with cards the events, their seats and the products; a new instance also reads boards, ranking and the rules of earning',
    },
  }),
  followTopic: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ topicId: Id, following: z.boolean() }),
    output: z.object({ following: z.boolean(), followers: Count }),
    errors: ['FORUM_TOPIC_MISSING', 'FORUM_FOLLOWS_FULL'],
  }),
  /** A colleague or an official account. */
  followAuthor: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ authorId: Id, following: z.boolean() }),
    output: z.object({ following: z.boolean() }),
    errors: ['FORUM_AUTHOR_MISSING', 'FORUM_FOLLOW_SELF', 'FORUM_FOLLOWS_FULL'],
  }),
  /** Who somebody is that writes here, a colleague or an official account, and what they have posted. */
  openAuthor: query({
    access: 'employee',
    input: z.strictObject({ authorId: Id, after: Cursor.optional() }),
    output: z.object({
      author: Author,
      /** What an account is for; empty for a colleague. */
      intro: z.string(),
      /** Of a colleague who shows it to the caller. */
      phone: z.string().nullable(),
      isMe: z.boolean(),
      following: z.boolean(),
      posts: z.array(Post),
      next: NextCursor,
      now: Instant,
    }),
    errors: ['FORUM_AUTHOR_MISSING'],
    budget: {
      requests: 11,
      because:
        'caller; the author, what they show of themselves, the posts and what the caller follows, at once; with cards the events, their seats and the products; a new instance also reads accounts and boards',
    },
  }),
  /** Of colleagues whom the caller has called before those who are still here, as they are now, in the same order. */
  listCalled: query({
    access: 'employee',
    input: z.strictObject({ employeeIds: z.array(EmployeeId).min(1).max(MENTIONS_MAX) }),
    output: z.object({ colleagues: z.array(Person) }),
    errors: [],
  }),
  openFollowing: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      posts: z.array(Post),
      following: z.object({ topics: Count, people: Count }),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 10,
      because:
        'caller and what they follow; posts by topic, by colleague and by account; who of these has left; with cards the events, their seats and the products; a new instance also reads the boards',
    },
  }),
  search: query({
    access: 'employee',
    input: z.strictObject({ text: z.string().max(40), after: Cursor.optional() }),
    output: z.object({
      posts: z.array(Post),
      topics: z.array(
        z.object({ topicId: z.string(), name: z.string(), followers: Count, following: z.boolean() }),
      ),
      colleagues: z.array(Person),
      /** How what was typed is written in what was found: 班车 for banche. */
      written: z.array(z.string()),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 10,
      because:
        'caller; terms, topics and colleagues at once, then the posts, and who of their authors has left; with cards the events, their seats and the products; a new instance also reads the boards',
    },
  }),
}
