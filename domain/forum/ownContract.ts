import * as z from 'zod'
import { query } from '../kernel/contract'
import { Count, Cursor, Instant, NextCursor } from '../kernel/schema'

/** What somebody has said under posts and what colleagues liked of theirs. */
export const ownContract = {
  /** One's own comments that stand, with the post that each is under; the newest first. */
  listMyComments: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      comments: z.array(
        z.object({
          commentId: z.string(),
          body: z.string(),
          likes: Count,
          postedAt: Instant,
          /** Null where it was taken back since. */
          post: z.object({ postId: z.string(), title: z.string() }).nullable(),
        }),
      ),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  /** One's own posts and comments that colleagues like, the one last liked first. */
  listLiked: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      liked: z.array(
        z.object({
          kind: z.enum(['post', 'comment']),
          id: z.string(),
          postId: z.string(),
          /** The title of the post, or what the comment says. */
          text: z.string(),
          likes: Count,
          /** The last of those who like it, by name. */
          names: z.array(z.string()),
          likedAt: Instant,
        }),
      ),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 4,
      because: 'the caller, posts and comments at once, then the names of some who like them',
    },
  }),
}
