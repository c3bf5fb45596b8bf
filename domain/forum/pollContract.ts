import * as z from 'zod'
import { command } from '../kernel/contract'
import { Count, Id, Instant, line } from '../kernel/schema'
import { areOptionsDistinct, OPTION_CHARACTERS_MAX, POLL_OPTIONS_MAX, POLL_OPTIONS_MIN } from './poll'

/** A poll as its author asks it; the title of the post is the question. */
export const PollDraft = z.strictObject({
  options: z
    .array(line(1, OPTION_CHARACTERS_MAX))
    .min(POLL_OPTIONS_MIN)
    .max(POLL_OPTIONS_MAX)
    .refine(areOptionsDistinct, { message: 'options that differ' }),
  /** Whether one person may choose several. */
  multiple: z.boolean(),
  endsAt: Instant,
})

/** A poll as one reader sees it. Who has chosen what is told to nobody. */
export const Poll = z.object({
  multiple: z.boolean(),
  /** `votes` is null until the reader has voted or the poll is over. */
  options: z.array(z.object({ optionId: z.string(), text: z.string(), votes: Count.nullable() })),
  /** How many people have voted. */
  voters: Count,
  endsAt: Instant,
  over: z.boolean(),
  /** What the reader has chosen; empty: nothing yet. */
  chosen: z.array(z.string()),
})

export type PollView = z.output<typeof Poll>

export const pollProcedures = {
  /** One vote a person, for good. Repeating it is harmless; another choice is refused. */
  votePoll: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({
      postId: Id,
      optionIds: z
        .array(Id)
        .min(1)
        .max(POLL_OPTIONS_MAX)
        .refine(ids => new Set(ids).size === ids.length, { message: 'each once' }),
    }),
    output: z.object({ poll: Poll }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_POLL_MISSING',
      'FORUM_POLL_OVER',
      'FORUM_POLL_VOTED',
      'FORUM_POLL_CHANGED',
      'FORUM_POLL_ONE_ONLY',
    ],
  }),
}
