import {
  type CandidateAction,
  type CandidateState,
  candidateActionsFor,
  isObjection,
  needsNote,
  type RecruiterAction,
} from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { type Interview, interviewFor, sayInterview, settlesInterview } from '@domain/careers/interview'
import type { OutputOf } from '@domain/kernel/contract'
import { refuse } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { factsOf, isOwn } from './candidateViews'
import { tellHire, tellOwner } from './messages'
import { clearOther, forgetClaim, type OfFriends, ofFriends, ofNobody } from './objecting'
import { dropResume } from './resumes'
import { rewardable, rewardHire, takeBackReward } from './reward'
import { worksFor } from './scope'
import { afterStep } from './steps'
import { type CandidateDocument, candidates } from './store'

type Why = OutputOf<typeof careers.moveCandidates>['skipped'][number]['why']

/** Each goes by the version that its recruiter has seen; of a batch the rest goes through. */
export const moveCandidates = handle(careers.moveCandidates, async (ctx, input) => {
  const { action, note = '' } = input
  const interview = settlesInterview(action) ? (input.interview ?? null) : null
  refuse(needsNote(action) && note === '', 'CAREERS_REASON_NEEDED')
  const versions = new Map(input.candidates.map(({ candidateId, version }) => [candidateId, version]))
  const friends = isObjection(action) ? await ofFriends([...versions.keys()]) : ofNobody
  const here = action === 'hire' ? await rewardable([...versions.keys()]) : new Set<string>()
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let moved: CandidateDocument[] = []
  return ctx.transaction(
    async tx => {
      moved = []
      const skipped: Skipped[] = []
      for (const [candidateId, version] of versions) {
        const candidate = await candidates.in(tx).get(candidateId)
        const why = whyNot(ctx, candidate, { version, action })
        if (why !== null || !candidate) {
          skipped.push({ candidateId, why: why ?? 'missing' })
          continue
        }
        await move(ctx, tx, candidate, { action, note: note || null, interview, friends, here })
        moved.push(candidate)
      }
      // All of theirs, also what was asked for and could not be moved as it was seen.
      const objecting = new Set(moved.map(({ claimId }) => claimId))
      const done = new Set(moved.map(({ _id }) => _id))
      for (const { _id, claimId } of friends.kept) {
        if (!objecting.has(claimId) || done.has(_id)) continue
        const cleared = await clearOther(tx, ctx, _id, { actor: 'recruiter', note: note || null })
        if (cleared) moved.push(cleared)
      }
      return answer([...versions.keys()], moved, skipped)
    },
    () => ({
      subject: moved.length === 1 && moved[0] ? `${candidates.name}/${moved[0]._id}` : candidates.name,
      before: Object.fromEntries(moved.map(({ _id, state }) => [_id, state])),
      after: { action, note: note || null, ...(interview ? { interview } : {}) },
    }),
  )
})

interface Skipped {
  candidateId: string
  why: Why
}

/** What became of each that was asked for; of one that the recruiter may not know of nothing is told. */
function answer(
  askedIds: readonly string[],
  moved: readonly CandidateDocument[],
  skipped: readonly Skipped[],
) {
  const movedIds = new Set(moved.map(({ _id }) => _id))
  const left = skipped.filter(({ candidateId, why }) => why === 'missing' || !movedIds.has(candidateId))
  const leftIds = new Set(left.map(({ candidateId }) => candidateId))
  return { moved: askedIds.filter(id => !leftIds.has(id)), skipped: left }
}

function whyNot(
  { employee }: EmployeeContext,
  candidate: CandidateDocument | null,
  { version, action }: { version: number; action: RecruiterAction },
): Why | null {
  if (!candidate || candidate.hiddenFrom === employee.id || !worksFor(employee, candidate.city))
    return 'missing'
  // Whoever is rewarded for a hire does not decide on it.
  if (isOwn(candidate, employee.id)) return 'notYours'
  if (candidate.version !== version) return 'changed'
  const facts = factsOf(candidate)
  if (candidateActionsFor(facts, 'recruiter').includes(action)) return null
  return facts.kept ? 'refused' : 'erased'
}

interface Moving {
  action: RecruiterAction
  note: string | null
  interview: Interview | null
  friends: OfFriends
  /** Who may be rewarded for a hire. */
  here: ReadonlySet<string>
}

async function move(
  ctx: EmployeeContext,
  tx: Transaction,
  candidate: CandidateDocument,
  { action, note, interview, friends, here }: Moving,
): Promise<void> {
  const stepped = afterStep(candidate, {
    action,
    actor: 'recruiter',
    by: ctx.employee.name,
    at: ctx.now,
    note,
    interview,
  })
  const paid: { reward?: number; unpaid?: boolean } =
    action === 'hire'
      ? await rewardHire(tx, ctx, candidate, here)
      : action === 'undoHire'
        ? await takeBackReward(tx, ctx, candidate)
        : {}
  const uncounted = stepped.state === 'withdrawn' ? { uncountedSince: ctx.now } : {}
  await candidates.in(tx).update(candidate._id, { ...stepped, ...paid, ...uncounted })
  await dropResume(tx, candidate, stepped, ctx.now)
  if (isObjection(action)) await forgetClaim(tx, candidate, { actor: 'recruiter', seen: friends })
  if (action === 'hire' || action === 'undoHire')
    await tellHire(
      tx,
      ctx,
      candidate,
      action === 'hire'
        ? { hired: true, coins: paid.reward ?? 0 }
        : { hired: false, coins: candidate.reward },
    )
  else await tellOwner(tx, ctx, candidate, wordOf(candidate, { action, state: stepped.state, interview }))
}

interface Step {
  action: RecruiterAction
  state: CandidateState
  interview: Interview | null
}

/** What the owner is told of a step; of an interview as much as they may know. */
function wordOf(
  { kind }: Pick<CandidateDocument, 'kind'>,
  { action, state, interview }: Step,
): { state: CandidateState; action: CandidateAction; body?: string } {
  if (!settlesInterview(action)) return { state, action }
  const seen = interviewFor(kind, interview)
  const begun = action === 'arrange' ? '又约了一次面试' : '进入面试了'
  return { state, action, body: seen ? `${begun}：${sayInterview(seen)}。` : `${begun}。` }
}
