import { type CandidateActor, candidateActionsFor, objectionTo } from '@domain/careers/candidate'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import { readAll } from '@platform/readAll'
import type { Transaction } from '@platform/transaction'
import { factsOf } from './candidateViews'
import { tellOwner } from './messages'
import { dropResume } from './resumes'
import { afterStep } from './steps'
import { type CandidateDocument, type ClaimDocument, candidates, claims } from './store'

/** What is there of friends who object, as it is looked up before the transaction that clears it. */
export interface OfFriends {
  /** What is kept of them, whoever recommended them and for whatever position. */
  kept: readonly CandidateDocument[]
  claims: ReadonlyMap<string, ClaimDocument>
}
export const ofNobody: OfFriends = { kept: [], claims: new Map() }

/**
 * What is kept of these candidates' friends, these candidates too. A query can't stand in a transaction: whoever is
 * recommended after the claims were read has changed one, and `forgetClaim` meets it. Three requests, one more each thousand.
 */
export async function ofFriends(candidateIds: readonly string[]): Promise<OfFriends> {
  const named = await candidates.find({
    where: { _id: _.in([...candidateIds]) },
    limit: candidateIds.length,
    fields: ['claimId'],
  })
  const claimIds = [...new Set(named.map(({ claimId }) => claimId))].filter(id => id !== '')
  if (claimIds.length === 0) return ofNobody
  const held = await claims.find({ where: { _id: _.in(claimIds) }, limit: claimIds.length })
  const kept = await readAll(candidates, { claimId: _.in(claimIds), eraseAt: _.gt(0) }, '_id')
  return { kept, claims: new Map(held.map(claim => [claim._id, claim])) }
}

interface Objection {
  actor: CandidateActor
  note: string | null
}

/**
 * Clears another recommendation of a friend who objects, inside the caller's transaction, and tells whoever made it.
 * Three requests, one more for a résumé.
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
  await dropResume(tx, candidate, stepped, ctx.now)
  if (actor === 'recruiter') await tellOwner(tx, ctx, candidate, { state: stepped.state, action })
  return candidate
}

/**
 * Nobody holds a friend who objects; to whoever recommended them only their own hold ends. One request or two.
 * @throws Refusal TOO_BUSY when the friend was recommended once more since `seen`
 */
export async function forgetClaim(
  tx: Transaction,
  { claimId, employeeId }: CandidateDocument,
  { actor, seen }: Pick<Objection, 'actor'> & { seen: OfFriends },
): Promise<void> {
  const claim = claimId === '' ? null : await claims.in(tx).get(claimId)
  if (!claim || (actor === 'referrer' && claim.referrerId !== employeeId)) return
  if (!isSame(claim, seen.claims.get(claimId))) throw new Refusal('TOO_BUSY')
  await claims.in(tx).remove(claimId)
}

const isSame = (claim: ClaimDocument, seen: ClaimDocument | undefined): boolean =>
  seen?.referrerId === claim.referrerId &&
  seen.until === claim.until &&
  seen.positionIds.join() === claim.positionIds.join()
