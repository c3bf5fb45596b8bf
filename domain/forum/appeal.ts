import { refuse } from '../kernel/errors'
import { sortKey } from '../kernel/paging'
import type { Instant } from '../kernel/time'
import { ANSWER_MS, APPEAL_MS, type Appeal, type Evidence, type Review } from './review'

/** Pictures that an appeal may show. */
export const EVIDENCE_MAX = 3

type Said = Pick<Appeal, 'words' | 'at'> & { evidence?: Evidence[] }

/** A review after its author's appeal: it waits again, for another moderator, and what was removed is kept so long. */
export function reviewAfterAppeal<R extends Review>(before: R, { words, evidence = [], at }: Said): R {
  const dueAt = at + ANSWER_MS
  const shown = evidence.length > 0
  return {
    ...before,
    state: 'appealed',
    waiting: true,
    version: before.version + 1,
    dueAt,
    orderKey: sortKey(dueAt, before._id),
    appeal: { words, ...(shown ? { evidence } : {}), at, answer: null },
    ...(shown ? { evidenceState: 'checking' as const } : {}),
    purgeAt: null,
    trail: [...before.trail, { what: 'appealed', at, by: null, words }],
  }
}

/** The pictures that an author shows for an appeal. */
export const evidenceOf = ({ appeal }: Pick<Review, 'appeal'>): readonly Evidence[] => appeal?.evidence ?? []

function withoutEvidence({ evidence: _shown, ...appeal }: Appeal): Appeal {
  return appeal
}

/** A review whose appeal's pictures have been looked at. @param evidence what is left of them */
export function reviewAfterLook<R extends Review>(before: R, evidence: Evidence[]): R {
  const appeal = before.appeal && { ...before.appeal, evidence }
  return { ...before, appeal, evidenceState: 'done' }
}

/**
 * A review after the answer to its appeal; a restored thing was no offence, and no report of it was right or wrong. What
 * the appeal showed has been looked at, and goes.
 */
export function reviewAfterAnswer<R extends Review>(before: R, answer: NonNullable<Appeal['answer']>): R {
  const restored = answer.verdict === 'restore'
  return {
    ...before,
    state: 'decided',
    waiting: false,
    version: before.version + 1,
    orderKey: sortKey(answer.at, before._id),
    appeal: before.appeal && { ...withoutEvidence(before.appeal), answer },
    ...(before.evidenceState ? { evidenceState: 'done' as const } : {}),
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
  const own = {
    ...{ author, trail, appeal: appeal?.answer ? { ...withoutEvidence(appeal), words: '' } : null },
    ...(before.evidenceState ? { evidenceState: 'done' as const } : {}),
  }
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
