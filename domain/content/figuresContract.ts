import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Count, Id, Instant, line } from '../kernel/schema'
import { DeskArticle } from './schemas'

export const figures = {
  /** The newsroom's articles of any state whose title says what was typed, also in pinyin; the newest first. */
  findDrafts: query({
    access: 'content.write',
    input: z.strictObject({ text: line(1, 40) }),
    output: z.object({ articles: z.array(DeskArticle), now: Instant }),
    errors: [],
  }),
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
      /** When those who have not confirmed were last reminded; null: never. */
      remindedAt: Instant.nullable(),
      now: Instant,
    }),
    errors: ['CONTENT_ARTICLE_MISSING'],
  }),
  /**
   * Who of a department has not confirmed what must be read, by number; `more` where there are others. Who does not show
   * their department stands under 「部门不公开」 alone.
   */
  listUnconfirmed: query({
    access: 'content.write',
    input: z.strictObject({ articleId: Id, department: line(1, 40) }),
    output: z.object({
      people: z.array(z.object({ employeeId: z.string(), name: z.string() })),
      /** How many are not named: what is for one department would say theirs. */
      unnamed: Count,
      more: z.boolean(),
    }),
    errors: ['CONTENT_ARTICLE_MISSING'],
    budget: {
      requests: 5,
      because: 'caller, the article, its department, who hides theirs and what they have confirmed',
    },
  }),
  /** Reminds whoever has not confirmed what must be read, in the inbox and by a message where one is permitted; once a day. */
  remindUnconfirmed: command({
    access: 'content.write',
    input: z.strictObject({ articleId: Id }),
    output: z.object({ remindedAt: Instant }),
    errors: ['CONTENT_ARTICLE_MISSING', 'CONTENT_STEP_REFUSED', 'CONTENT_REMINDED_TODAY'],
  }),
}
