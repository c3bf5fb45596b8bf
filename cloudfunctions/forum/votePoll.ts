import { forum } from '@domain/forum/contract'
import { decideVote } from '@domain/forum/poll'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { livePostFor } from './livePublications'
import { pollView, type StoredPoll } from './polls'
import { posts } from './store'

export const votePoll = handle(forum.votePoll, async ({ employee, now }, { postId, optionIds }) => {
  const decide = (poll: StoredPoll) => {
    const { multiple, endsAt, options, ballots } = poll
    const verdict = decideVote({
      multiple,
      endsAt,
      optionIds: options.map(({ optionId }) => optionId),
      before: ballots[employee.id],
      chosen: optionIds,
      now,
    })
    if (verdict === 'count' || verdict === 'counted') return verdict
    throw new Refusal(verdict)
  }
  if (decide(await pollOf(postId, employee.id)) === 'count') await count(postId, employee.id, optionIds)

  // What the update has met, if not a poll as it was read, the same rule names again.
  const poll = await pollOf(postId, employee.id)
  if (decide(poll) === 'count') throw new Refusal('FORUM_POLL_CHANGED')
  return { poll: pollView(poll, employee.id, now) }
})

/**
 * Notes a vote and raises the numbers in one step, unless this person has voted, the post is not shown any more or
 * its options are others by now.
 */
async function count(postId: string, employeeId: string, optionIds: readonly string[]): Promise<void> {
  const counters = optionIds.map(id => `poll.counts.${id}` as const)
  const ballot = `poll.ballots.${employeeId}` as const
  await posts.updateWhere(
    {
      _id: postId,
      state: 'live',
      [ballot]: _.exists(false),
      ...Object.fromEntries(counters.map(counter => [counter, _.exists(true)])),
    },
    {
      [ballot]: [...optionIds],
      'poll.voters': _.inc(1),
      ...Object.fromEntries(counters.map(counter => [counter, _.inc(1)])),
    },
  )
}

async function pollOf(postId: string, voterId: string): Promise<StoredPoll> {
  const { poll } = await livePostFor(voterId, postId)
  if (!poll) throw new Refusal('FORUM_POLL_MISSING')
  return poll
}
