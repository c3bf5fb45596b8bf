import { areResultsShown, isPollEndPossible, isPollOver } from '@domain/forum/poll'
import type { PollDraft, PollView } from '@domain/forum/pollContract'
import { refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import type * as z from 'zod'

/**
 * A poll lies in its post, as likes do: one conditional update notes who has voted for what and raises the numbers, so
 * that they are exact without a transaction. See ADR 26.
 */
export interface StoredPoll {
  multiple: boolean
  /** An id is of one edition of the poll alone: a choice among options that were changed since names none of these. */
  options: { optionId: string; text: string }[]
  endsAt: Instant
  /** How many have chosen each. */
  counts: Record<string, number>
  voters: number
  /** What each has chosen, by employee number. Leaves the server for nobody but the one who chose. */
  ballots: Record<string, string[]>
}

type Draft = z.output<typeof PollDraft>

const LETTERS = 'abcdefgh'

/**
 * A poll that nobody has voted in yet.
 * @param edition how often the post was changed before
 * @throws Refusal FORUM_POLL_END_WRONG
 */
export function newPoll({ options, multiple, endsAt }: Draft, edition: number, now: Instant): StoredPoll {
  refuse(!isPollEndPossible(endsAt, now), 'FORUM_POLL_END_WRONG', ['poll'])
  const named = options.map((text, index) => ({ optionId: `${LETTERS[index]}${edition}`, text }))
  return {
    multiple,
    options: named,
    endsAt,
    counts: Object.fromEntries(named.map(({ optionId }) => [optionId, 0])),
    voters: 0,
    ballots: {},
  }
}

/** A poll as one reader sees it: without who, and without numbers before they have voted. */
export function pollView(poll: StoredPoll, readerId: string, now: Instant): PollView {
  const { multiple, options, endsAt, counts, voters, ballots } = poll
  const chosen = ballots[readerId]
  const shown = areResultsShown({ endsAt, voted: chosen !== undefined, now })
  return {
    multiple,
    options: options.map(option => ({ ...option, votes: shown ? (counts[option.optionId] ?? 0) : null })),
    voters,
    endsAt,
    over: isPollOver(endsAt, now),
    chosen: chosen ?? [],
  }
}

/** Its words, for the machine that reads what is published and for moderators. */
export function wordsOfPoll(
  poll: { options: Draft['options'] | StoredPoll['options'] } | null | undefined,
): string[] {
  return (poll?.options ?? []).map(option => (typeof option === 'string' ? option : option.text))
}
