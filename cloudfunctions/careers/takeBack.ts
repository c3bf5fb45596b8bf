import { isObjection, wayBackOf } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { claimWithout } from '@domain/careers/referral'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { factsOf, ownerOf } from './candidateViews'
import { clearOther, forgetClaim, ofFriends, ofNobody } from './objecting'
import { dropResume } from './resumes'
import { afterStep } from './steps'
import { type CandidateDocument, candidates, claims } from './store'

const along = ({ candidateId }: { candidateId: string }) => ({
  found: candidates.along({ where: { _id: candidateId }, ofCaller: 'employeeId', limit: 1 }),
})

export const takeBack = handleWith(
  careers.takeBack,
  along,
  async (ctx, { candidateId, version }, { found: [found] }) => {
    const isFriends = found !== undefined && isObjectedTo(found)
    const friends = isFriends ? await ofFriends([candidateId]) : ofNobody
    const others = friends.kept.filter(
      ({ _id, employeeId }) => _id !== candidateId && employeeId === ctx.employee.id,
    )
    return ctx.transaction(async tx => {
      const candidate = await candidates.in(tx).require(candidateId, 'CAREERS_CANDIDATE_MISSING')
      if (candidate.employeeId !== ctx.employee.id) throw new Refusal('CAREERS_CANDIDATE_MISSING')
      refuse(candidate.version !== version, 'CAREERS_CANDIDATE_CHANGED')
      const action = wayBackOf(factsOf(candidate))
      if (action === null) throw new Refusal('CAREERS_TRANSITION_REFUSED')
      const actor = ownerOf(candidate)
      const stepped = afterStep(candidate, { action, actor, by: ctx.employee.name, at: ctx.now })
      await candidates.in(tx).update(candidateId, { ...stepped, uncountedSince: ctx.now })
      await dropResume(tx, candidate, stepped, ctx.now)
      if (isObjection(action)) {
        await forgetClaim(tx, candidate, { actor, seen: friends })
        for (const { _id } of others) await clearOther(tx, ctx, _id, { actor, note: null })
      } else await releaseFriend(tx, candidate)
      return { state: stepped.state }
    })
  },
)

function isObjectedTo(candidate: CandidateDocument): boolean {
  const way = wayBackOf(factsOf(candidate))
  return way !== null && isObjection(way)
}

/** Lets go of a friend for one position; with the last one anybody may recommend them. One request or two. */
async function releaseFriend(tx: Transaction, candidate: CandidateDocument): Promise<void> {
  if (candidate.claimId === '') return
  const claim = await claims.in(tx).get(candidate.claimId)
  if (!claim || claim.referrerId !== candidate.employeeId) return
  const left = claimWithout(claim, candidate.positionId)
  if (left === null) await claims.in(tx).remove(claim._id)
  else await claims.in(tx).update(claim._id, { positionIds: [...left.positionIds] })
}
