import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Cursor, Id, Instant, NextCursor } from '../kernel/schema'
import { Post } from './views'

/** A list of posts that is the reader's own: what they wrote, what they keep. */
export const postsOfReader = query({
  access: 'employee',
  input: z.strictObject({ after: Cursor.optional() }),
  output: z.object({ posts: z.array(Post), next: NextCursor, now: Instant }),
  errors: [],
  budget: {
    requests: 7,
    because:
      'caller and posts, and who of the authors has left; with cards the events, their seats and the products; a new instance also reads the boards',
  },
})

/** What readers leave on posts, and what follows from it. */
export const markProcedures = {
  likePost: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ postId: Id, liked: z.boolean() }),
    output: z.object({ liked: z.boolean(), likes: Count }),
    errors: ['FORUM_POST_MISSING'],
  }),
  favouritePost: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ postId: Id, favourited: z.boolean() }),
    output: z.object({ favourited: z.boolean(), favourites: Count }),
    errors: ['FORUM_POST_MISSING'],
  }),
  listFavourites: postsOfReader,
  /** Why a post stands where it stands among the hot ones. */
  openHeat: query({
    access: 'employee',
    input: z.strictObject({ postId: Id }),
    output: z.object({
      title: z.string(),
      /** The hottest is 1; null beyond the first hundred. */
      rank: Count.nullable(),
      likes: Count,
      comments: Count,
      favourites: Count,
      points: Count,
      /** Working hours since it was posted, in tenths. */
      workingHours: z.number(),
      heat: z.number(),
    }),
    errors: ['FORUM_POST_MISSING'],
  }),
}
