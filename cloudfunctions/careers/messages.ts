import type { CandidateState } from '@domain/careers/candidate'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import type { CandidateDocument } from './store'

interface Word {
  employeeId: string
  title: string
  body: string
  target: { kind: 'candidacy' | 'position'; id: string }
}

/** Puts a word about a candidate into an inbox, inside the transaction. One request. */
export function tell(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  { employeeId, title, body, target }: Word,
): Promise<void> {
  const _id = ctx.newId(`careers ${target.id} ${employeeId}`)
  return notify(tx, { _id, employeeId, kind: 'service', title, body, at: ctx.now, target })
}

/** What each state means for whoever recommended or applied. A refusal gives no reason: that is between the two. */
const news: Record<CandidateState, string> = {
  submitted: '招聘同事收到了，联系上会告诉你。',
  contacted: '招聘同事联系上了。',
  interviewing: '进入面试了。',
  offered: '收到录用了，等入职。',
  hired: '入职了，谢谢你。',
  declined: '这次没有合适的，资料 90 天后删除。',
  withdrawn: '不再继续，资料已经删除。',
}

/** Tells whoever recommended or applied that it has moved; names only as masked. One request. */
export function tellOwner(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  candidate: CandidateDocument,
  moved: { state: CandidateState; body?: string },
): Promise<void> {
  const who = candidate.kind === 'referral' ? `${candidate.friend?.name ?? '朋友'}：` : ''
  return tell(tx, ctx, {
    employeeId: candidate.employeeId,
    title: `${who}${candidate.positionTitle}有进展`,
    body: moved.body ?? news[moved.state],
    target: { kind: 'candidacy', id: candidate._id },
  })
}
