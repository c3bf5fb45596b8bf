import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { earn, restore, reverse } from '../coin/public'
import type { CandidateDocument } from './store'

const REASON = 'careers.hired'
/** Whose data is gone has no account that could earn. */
const EMPLOYEE = /^VC\d{6}$/

/** One source earns, is taken back, given back and taken back again; the coins know no fifth movement of it. */
const HIRES_OF_A_SOURCE = 2

type Paid = Pick<CandidateDocument, 'hires' | 'reward' | 'rewardSource'>

/** The same source for a hire, its undoing, the next hire and its undoing; then, or for another sharer, the next one. */
function causeOf(
  { _id, creditId, positionTitle }: CandidateDocument,
  { source, now }: { source: number; now: number },
) {
  const title = `推荐入职「${positionTitle}」`
  const sourceId = source === 0 ? _id : `${_id}.${source}`
  return { employeeId: creditId, reason: REASON, sourceId, title, subject: null, at: now } as const
}

/** What of earlier hires counts when somebody applies anew: another sharer has had nothing that could be given back. */
export function carriedReward(before: CandidateDocument, creditId: string): Paid {
  const { hires, reward, rewardSource = 0 } = before
  if (before.creditId === creditId) return { hires, reward, rewardSource }
  return { hires: 0, reward: 0, rewardSource: hires === 0 ? rewardSource : rewardSource + 1 }
}

/** Rewards who recommended, inside the caller's transaction. Three requests, four when it was undone before. */
export async function rewardHire(
  tx: Transaction,
  { now }: Pick<EmployeeContext, 'now'>,
  candidate: CandidateDocument,
): Promise<Paid> {
  const isUsedUp = candidate.hires >= HIRES_OF_A_SOURCE
  const rewardSource = (candidate.rewardSource ?? 0) + (isUsedUp ? 1 : 0)
  const hires = isUsedUp ? 1 : candidate.hires + 1
  if (!EMPLOYEE.test(candidate.creditId)) return { hires, rewardSource, reward: 0 }
  const cause = causeOf(candidate, { source: rewardSource, now })
  if (hires > 1) {
    const { restored } = await restore(tx, { ...cause, because: '重新入职' })
    return { hires, rewardSource, reward: restored }
  }
  const { amount } = await earn(tx, cause)
  return { hires, rewardSource, reward: amount }
}

/** Takes the reward back; what was spent becomes a debt. Four requests or five. */
export async function takeBackReward(
  tx: Transaction,
  { now }: Pick<EmployeeContext, 'now'>,
  candidate: CandidateDocument,
): Promise<Paid> {
  const { hires, rewardSource = 0 } = candidate
  const paid = { hires, rewardSource, reward: 0 }
  if (!EMPLOYEE.test(candidate.creditId)) return paid
  const cause = causeOf(candidate, { source: rewardSource, now })
  await reverse(tx, { ...cause, because: '入职撤销', again: hires > 1 })
  return paid
}
