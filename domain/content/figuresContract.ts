import * as z from 'zod'
import { query } from '../kernel/contract'
import { Count, Id, Instant } from '../kernel/schema'

export const figures = {
  /** Who has opened, liked, kept and confirmed an article, as the timer last counted. */
  openFigures: query({
    access: 'content.write',
    input: z.strictObject({ articleId: Id }),
    output: z.object({
      title: z.string(),
      mustRead: z.boolean(),
      views: Count,
      likes: Count,
      favourites: Count,
      confirmed: Count,
      countedAt: Instant.nullable(),
      departments: z.array(z.object({ department: z.string(), people: Count, confirmed: Count })),
      now: Instant,
    }),
    errors: ['CONTENT_ARTICLE_MISSING'],
  }),
}
