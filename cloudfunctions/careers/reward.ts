import { type HireReward, rewardAfterHire, rewardAfterUndo } from '@domain/careers/reward'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { earn, restore, reverse } from '../coin/public'
import { colleaguesBy } from '../identity/public'
import { type CandidateDocument, candidates, rewards } from './store'

const REASON = 'careers.hired'
/** Whose data is gone has no account that could earn. */
export const EMPLOYEE = /^VC\d{6}$/

type Paid = Pick<CandidateDocument, 'reward' | 'unpaid'>

/** Nothing was paid, and nobody had earned it. */
const NOTHING: Paid = { reward: 0, unpaid: false }

/** Who of those that some candidates' hires would reward still works here: only they earn. Two requests. */
export async function rewardable(candidateIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await candidates.find({
    where: { _id: _.in([...candidateIds]) },
    limit: candidateIds.length,
    fields: ['creditId'],
  })
  const here = await colleaguesBy([...new Set(found.map(({ creditId }) => creditId))])
  return new Set(here.map(({ employeeId }) => employeeId))
}

/** A friend is one person in whatever recommendation; a colleague's application stands for itself. */
const rewardIdOf = ({ claimId, _id }: CandidateDocument): string => claimId || _id

/** The ledger's key follows from the friend, so that it would refuse a second payment by itself. */
function causeOf(candidate: CandidateDocument, { source }: HireReward, now: number) {
  const rewardId = rewardIdOf(candidate)
  const { creditId, positionTitle } = candidate
  const sourceId = source === 0 ? rewardId : `${rewardId}.${source}`
  const title = `推荐入职「${positionTitle}」`
  return { employeeId: creditId, reason: REASON, sourceId, title, subject: null, at: now } as const
}

/**
 * Rewards who recommended, inside the caller's transaction; nobody when the friend has brought a reward already, and
 * nobody who has left: their coins are settled. Five requests, six when it was undone before.
 * @param here who of those that may be rewarded works here, see `rewardable`
 */
export async function rewardHire(
  tx: Transaction,
  { now }: Pick<EmployeeContext, 'now'>,
  candidate: CandidateDocument,
  here: ReadonlySet<string>,
): Promise<Paid> {
  const { _id: candidateId, creditId } = candidate
  if (creditId === '') return NOTHING
  if (!here.has(creditId)) return { reward: 0, unpaid: true }
  const rewardId = rewardIdOf(candidate)
  const reward = rewardAfterHire(await rewards.in(tx).get(rewardId), { candidateId, creditId })
  if (reward === null) return NOTHING
  await rewards.in(tx).put({ ...reward, _id: rewardId })
  const cause = causeOf(candidate, reward, now)
  if (reward.hires > 1) {
    const { restored } = await restore(tx, { ...cause, because: '重新入职' })
    return { ...NOTHING, reward: restored }
  }
  const { amount } = await earn(tx, cause)
  return { ...NOTHING, reward: amount }
}

/** Takes the reward back; what was spent becomes a debt. Six requests or seven. */
export async function takeBackReward(
  tx: Transaction,
  { now }: Pick<EmployeeContext, 'now'>,
  candidate: CandidateDocument,
): Promise<Paid> {
  const rewardId = rewardIdOf(candidate)
  const reward = rewardAfterUndo(await rewards.in(tx).get(rewardId), candidate._id)
  if (reward === null) return NOTHING
  await rewards.in(tx).put({ ...reward, _id: rewardId })
  if (EMPLOYEE.test(candidate.creditId)) {
    const cause = causeOf(candidate, reward, now)
    await reverse(tx, { ...cause, because: '入职撤销', again: reward.hires > 1 })
  }
  return NOTHING
}
