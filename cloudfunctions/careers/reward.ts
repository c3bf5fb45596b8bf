import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { earn, restore, reverse } from '../coin/public'
import type { CandidateDocument } from './store'

const REASON = 'careers.hired'
/** Whose data is gone has no account that could earn. */
const EMPLOYEE = /^VC\d{6}$/

type Paid = Pick<CandidateDocument, 'hires' | 'reward'>

/** The same source for each hire of one candidate, so that it earns once however often it is undone. */
function causeOf({ _id, creditId, positionTitle }: CandidateDocument, now: number) {
  const title = `推荐入职「${positionTitle}」`
  return { employeeId: creditId, reason: REASON, sourceId: _id, title, subject: null, at: now } as const
}

/** Rewards who recommended, inside the caller's transaction. Three requests, four when it was undone before. */
export async function rewardHire(
  tx: Transaction,
  { now }: Pick<EmployeeContext, 'now'>,
  candidate: CandidateDocument,
): Promise<Paid> {
  const hires = candidate.hires + 1
  if (!EMPLOYEE.test(candidate.creditId)) return { hires, reward: 0 }
  const cause = causeOf(candidate, now)
  if (candidate.hires > 0) {
    const { restored } = await restore(tx, { ...cause, because: '重新入职' })
    return { hires, reward: restored }
  }
  const { amount } = await earn(tx, cause)
  return { hires, reward: amount }
}

/** Takes the reward back; what was spent becomes a debt. Four requests or five. */
export async function takeBackReward(
  tx: Transaction,
  { now }: Pick<EmployeeContext, 'now'>,
  candidate: CandidateDocument,
): Promise<Paid> {
  const { hires } = candidate
  if (!EMPLOYEE.test(candidate.creditId)) return { hires, reward: 0 }
  await reverse(tx, { ...causeOf(candidate, now), because: '入职撤销', again: hires > 1 })
  return { hires, reward: 0 }
}
