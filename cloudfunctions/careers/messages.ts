import type { CandidateAction, CandidateState } from '@domain/careers/candidate'
import { grouped } from '@domain/kernel/grouped'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { EMPLOYEE } from './reward'
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

/** What some steps mean, whatever the state after them. */
const ownNews: Partial<Record<CandidateAction, string>> = {
  clear: '按本人的要求，资料已经删除。',
  lapse: '到期了还没有结果，这次先到这里，资料已经删除。',
}

/** Tells whoever recommended or applied that it has moved; names only as masked. One request. */
export async function tellOwner(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  candidate: CandidateDocument,
  moved: { state: CandidateState; action?: CandidateAction; body?: string },
): Promise<void> {
  // Whose data is gone has no inbox.
  if (!EMPLOYEE.test(candidate.employeeId)) return
  const who = candidate.kind === 'referral' ? `${candidate.friend?.name ?? '朋友'}：` : ''
  await tell(tx, ctx, {
    employeeId: candidate.employeeId,
    title: `${who}${candidate.positionTitle}有进展`,
    body: moved.body ?? (moved.action && ownNews[moved.action]) ?? news[moved.state],
    target: { kind: 'candidacy', id: candidate._id },
  })
}

/** What a hire, or its end, means in coins for whoever recommended; nothing where it brought none. */
const inCoins = ({ hired, coins }: Hire) =>
  coins === 0 ? '' : `推荐奖励 ${grouped(coins)} 沃币${hired ? '到账' : '退回'}了。`

interface Hire {
  hired: boolean
  /** What it brings, or brought before it was undone. */
  coins: number
}

/**
 * Tells the owner of a hire or of its end, and of coins only who has them: where a colleague has applied, whoever shared
 * the position is told of theirs. One request, two where they are two.
 */
export async function tellHire(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  candidate: CandidateDocument,
  hire: Hire,
): Promise<void> {
  const { employeeId, creditId, positionId, positionTitle } = candidate
  const step = hire.hired
    ? ({ state: 'hired', action: 'hire' } as const)
    : ({ state: 'offered', action: 'undoHire' } as const)
  const said = hire.hired ? news.hired : '入职撤销了。'
  const isOwner = creditId === employeeId
  await tellOwner(tx, ctx, candidate, { ...step, body: isOwner ? `${said}${inCoins(hire)}` : said })
  if (isOwner || hire.coins === 0 || !EMPLOYEE.test(creditId)) return
  await tell(tx, ctx, {
    employeeId: creditId,
    title: `你分享的「${positionTitle}」有进展`,
    body: hire.hired ? `有同事入职了。${inCoins(hire)}` : `有同事的入职撤销了。${inCoins(hire)}`,
    target: { kind: 'position', id: positionId },
  })
}
