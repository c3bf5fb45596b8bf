import { refuse } from '../kernel/errors'
import { sortKey } from '../kernel/paging'
import type { Instant } from '../kernel/time'
import { ANSWER_MS, APPEAL_MS, type Appeal, type Review } from './review'

/** A review after its author's appeal: it waits again, for another moderator, and what was removed is kept so long. */
export function reviewAfterAppeal<R extends Review>(before: R, words: string, at: Instant): R {
  const dueAt = at + ANSWER_MS
  return {
    ...before,
    state: 'appealed',
    waiting: true,
    version: before.version + 1,
    dueAt,
    orderKey: sortKey(dueAt, before._id),
    appeal: { words, at, answer: null },
    purgeAt: null,
    trail: [...before.trail, { what: 'appealed', at, by: null, words }],
  }
}

/** A review after the answer to its appeal; a restored thing was no offence, and no report of it was right or wrong. */
export function reviewAfterAnswer<R extends Review>(before: R, answer: NonNullable<Appeal['answer']>): R {
  const restored = answer.verdict === 'restore'
  return {
    ...before,
    state: 'decided',
    waiting: false,
    version: before.version + 1,
    orderKey: sortKey(answer.at, before._id),
    appeal: before.appeal && { ...before.appeal, answer },
    offenceAt: restored ? null : before.offenceAt,
    telling: before.telling || (restored && before.reports > 0),
    purgeAt: restored ? null : answer.at,
    trail: [
      ...before.trail,
      {
        what: restored ? 'restored' : 'upheld',
        at: answer.at,
        by: answer.by.name,
        words: answer.reason,
      },
    ],
  }
}

/**
 * A review after its author's account is gone: what they said to the moderators goes with it, and an appeal that waits has
 * nobody left to be answered to.
 */
export function reviewAfterParting<R extends Review>(before: R, author: R['author'], at: Instant): R {
  const { appeal, decision } = before
  const trail = before.trail.map(step => (step.what === 'appealed' ? { ...step, words: null } : step))
  const own = { author, trail, appeal: appeal?.answer ? { ...appeal, words: '' } : null }
  if (before.state !== 'appealed') return { ...before, ...own }
  return {
    ...before,
    ...own,
    state: 'decided',
    waiting: false,
    version: before.version + 1,
    orderKey: sortKey(decision?.at ?? at, before._id),
    purgeAt: at,
  }
}

/** A review of what says nothing any more: neither as it read last, nor as it read before its author changed it. */
export function reviewWithoutWords<R extends Review>(before: R): R {
  const { subject, trail } = before
  return {
    ...before,
    subject: { ...subject, ...(subject.kind === 'post' ? { title: '' } : {}), words: '' },
    trail: trail.map(step => (step.what === 'edited' ? { ...step, words: null } : step)),
  }
}

/** Until when an author may appeal; null: there is nothing to appeal, or it was done already. */
export function appealUntil({ state, decision, appeal }: Review): Instant | null {
  if (state !== 'decided' || decision?.verdict !== 'remove' || appeal !== null) return null
  return decision.at + APPEAL_MS
}

/**
 * @throws Refusal FORUM_APPEAL_DONE after the first one, FORUM_APPEAL_CLOSED when there is nothing to appeal or the
 * time for it is over
 */
export function assertAppealable(review: Review, now: Instant): void {
  refuse(review.appeal !== null, 'FORUM_APPEAL_DONE')
  const until = appealUntil(review)
  refuse(until === null || now >= until, 'FORUM_APPEAL_CLOSED')
}
