import { type CandidateActor, candidateActionsFor, objectionTo } from '@domain/careers/candidate'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { factsOf } from './candidateViews'
import { tellOwner } from './messages'
import { afterStep } from './steps'
import { type CandidateDocument, candidates, claims } from './store'

/** A friend is recommended for far fewer positions within the time that anything of it is kept. */
const OF_A_FRIEND_MAX = 100

/**
 * What else is kept of these candidates' friends, whoever recommended them and for whatever position. Outside of any
 * transaction, before it. Two requests.
 */
export async function othersOfFriends(candidateIds: readonly string[]): Promise<CandidateDocument[]> {
  const named = await candidates.find({
    where: { _id: _.in([...candidateIds]) },
    limit: candidateIds.length,
    fields: ['claimId'],
  })
  const claimIds = [...new Set(named.map(({ claimId }) => claimId))].filter(id => id !== '')
  if (claimIds.length === 0) return []
  const kept = await candidates.find({
    where: { claimId: _.in(claimIds), eraseAt: _.gt(0) },
    limit: OF_A_FRIEND_MAX,
  })
  return kept.filter(({ _id }) => !candidateIds.includes(_id))
}

export interface Objection {
  actor: CandidateActor
  note: string | null
}

/**
 * Clears another recommendation of a friend who objects, inside the caller's transaction, and tells whoever made it.
 * Three requests.
 * @returns what it was before; null where nothing was left to clear
 */
export async function clearOther(
  tx: Transaction,
  ctx: EmployeeContext,
  candidateId: string,
  { actor, note }: Objection,
): Promise<CandidateDocument | null> {
  const candidate = await candidates.in(tx).get(candidateId)
  if (!candidate) return null
  const action = objectionTo(candidate.state)
  if (!candidateActionsFor(factsOf(candidate), actor).includes(action)) return null
  const stepped = afterStep(candidate, { action, actor, by: ctx.employee.name, at: ctx.now, note })
  await candidates.in(tx).update(candidateId, { ...stepped, uncountedSince: ctx.now })
  if (actor === 'recruiter') await tellOwner(tx, ctx, candidate, { state: stepped.state, action })
  return candidate
}

/** Nobody holds a friend who objects; to whoever recommended them only their own hold ends. One request or two. */
export async function forgetClaim(
  tx: Transaction,
  { claimId, employeeId }: CandidateDocument,
  { actor }: Pick<Objection, 'actor'>,
): Promise<void> {
  const claim = claimId === '' ? null : await claims.in(tx).get(claimId)
  if (!claim || (actor === 'referrer' && claim.referrerId !== employeeId)) return
  await claims.in(tx).remove(claimId)
}
