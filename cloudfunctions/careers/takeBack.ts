import { careers } from '@domain/careers/contract'
import { claimWithout } from '@domain/careers/referral'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { ownerOf } from './candidateViews'
import { afterStep } from './steps'
import { type CandidateDocument, candidates, claims } from './store'

export const takeBack = handle(careers.takeBack, async (ctx, { candidateId, version }) =>
  ctx.transaction(async tx => {
    const candidate = await candidates.in(tx).require(candidateId, 'CAREERS_CANDIDATE_MISSING')
    if (candidate.employeeId !== ctx.employee.id) throw new Refusal('CAREERS_CANDIDATE_MISSING')
    refuse(candidate.version !== version, 'CAREERS_CANDIDATE_CHANGED')
    const actor = ownerOf(candidate)
    const action = actor === 'referrer' ? 'takeBack' : 'withdraw'
    const stepped = afterStep(candidate, { action, actor, by: ctx.employee.name, at: ctx.now })
    await candidates.in(tx).update(candidateId, { ...stepped, uncountedSince: ctx.now })
    await releaseFriend(tx, candidate)
    return { state: stepped.state }
  }),
)

/** Lets go of a friend for one position; with the last one anybody may recommend them. One request or two. */
export async function releaseFriend(tx: Transaction, candidate: CandidateDocument): Promise<void> {
  if (candidate.claimId === '') return
  const claim = await claims.in(tx).get(candidate.claimId)
  if (!claim || claim.referrerId !== candidate.employeeId) return
  const left = claimWithout(claim, candidate.positionId)
  if (left === null) await claims.in(tx).remove(claim._id)
  else await claims.in(tx).update(claim._id, { positionIds: [...left.positionIds] })
}
