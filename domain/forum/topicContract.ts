import { z } from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, EmployeeId, Id, Instant, NextCursor, Person } from '../kernel/schema'
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
        followers: Count,
        following: z.boolean(),
        /** Among the topics that are talked about; null: not among them. */
        rank: Count.nullable(),
        heat: z.number(),
        history: z.array(z.number()),
      }),
      posts: z.array(Post),
      next: NextCursor,
      now: Instant,
    }),
    errors: ['FORUM_TOPIC_MISSING'],
    budget: {
      requests: 10,
      because:
        'caller; topic, its posts and how many they are; who of their authors has left; with cards the events, their seats and the products; a new instance also reads boards and ranking',
    },
  }),
  followTopic: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ topicId: Id, following: z.boolean() }),
    output: z.object({ following: z.boolean(), followers: Count }),
    errors: ['FORUM_TOPIC_MISSING', 'FORUM_FOLLOWS_FULL'],
  }),
  followColleague: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ employeeId: EmployeeId, following: z.boolean() }),
    output: z.object({ following: z.boolean() }),
    errors: ['FORUM_FOLLOW_SELF', 'FORUM_FOLLOWS_FULL'],
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
      requests: 9,
      because:
        'caller and what they follow; posts by topic and by author; who of these has left; with cards the events, their seats and the products; a new instance also reads the boards',
    },
  }),
  search: query({
    access: 'employee',
    input: z.strictObject({ text: z.string().max(40), after: Cursor.optional() }),
    output: z.object({
      posts: z.array(Post),
      topics: z.array(z.object({ topicId: z.string(), name: z.string(), followers: Count })),
      colleagues: z.array(Person),
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
