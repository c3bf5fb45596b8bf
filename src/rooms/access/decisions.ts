import { api, holdCommand, type Output } from '@/api'
import { openPage } from '@/rooms/open'
import { toast } from '@/ui/toast/store'

/** Yes or no to something that waits. */
export interface Decision {
  kind: 'application' | 'founding' | 'rebind' | 'correction'
  /** Membership ids, or the one id of a founding, a rebind or a correction. */
  ids: string[]
  decision: 'approve' | 'refuse'
  reason?: string
  /** Whom and what it is about: "陈嘉禾 加入光影摄影社". */
  subject: string
}

const decided = { approve: '已同意', refuse: '已拒绝' } as const

/** What a decision makes old: the inbox and the badge of 管理 among them. */
const outdates = [
  api.access.openInbox,
  api.identity.openSession,
  api.union.openApplication,
  api.union.listDecided,
  api.union.listAssociations,
  api.union.openFounding,
  api.identity.openRebind,
  api.identity.openCorrection,
] as const

/** Decides, and leaves five seconds to take it back before anybody is told. */
export function decideWithUndo({ kind, ids, decision, reason = '', subject }: Decision): void {
  const about = {
    ids,
    subject,
    outdates,
    answered: ids.length,
    said: `${decided[decision]} ${subject}`,
    after: '数到 0 就通知本人',
    tooLate: '已经发出去了，在「已处理的申请」里能看到',
  }
  if (kind === 'rebind') {
    holdCommand(api.identity.decideRebind, { rebindId: ids[0] ?? '', decision, reason }, about)
    return
  }
  if (kind === 'correction') {
    holdCommand(api.identity.decideCorrection, { correctionId: ids[0] ?? '', decision, reason }, about)
    return
  }
  if (kind === 'founding') {
    const input = { foundingId: ids[0] ?? '', verdict: decision, ...(reason ? { reason } : {}) }
    // Another level may have to agree before the applicant hears of it.
    holdCommand(api.union.decideFounding, input, { ...about, after: '数到 0 就送出' })
    return
  }
  holdCommand(api.union.decide, { membershipIds: ids, decision, ...(reason ? { reason } : {}) }, about)
}

interface Revocation {
  membershipId: string
  reason: string
  /** Whose membership: "陈嘉禾". */
  who: string
  associationName: string
}

/** Ends a membership, with the same five seconds. */
export function revokeWithUndo({ membershipId, reason, who, associationName }: Revocation): void {
  holdCommand(
    api.union.revoke,
    { membershipId, reason },
    {
      ids: [membershipId],
      subject: `${who}的${associationName}会员资格`,
      outdates: [api.union.listDecided, api.union.openApplication, api.union.listAssociations],
      said: `已取消${who}的会员资格`,
      after: '数到 0 就通知本人',
      tooLate: '已经发出去了，对方可以重新申请',
    },
  )
}

type Stale = Output<typeof api.union.decide>['stale']

const NAMES_SAID = 2

/** "陈嘉禾", "陈嘉禾、沈一宁等 5 位同事" */
function sayWho(stale: Stale): string {
  const names = stale.slice(0, NAMES_SAID).map(({ name }) => name)
  return `${names.join('、')}${stale.length > NAMES_SAID ? `等 ${stale.length} 位同事` : ''}`
}

/** Some may have been withdrawn, or decided by somebody else, in the meantime: says whose, and where it can be seen. */
export function sayStale({ stale }: Output<typeof api.union.decide>): void {
  const [first] = stale
  if (!first) return
  const withdrawn = stale.filter(({ state }) => state === 'withdrawn')
  // Only one's own goes on waiting.
  const own = stale.filter(({ state }) => state === 'pending')
  const others = stale.filter(({ state }) => state !== 'withdrawn' && state !== 'pending')
  const said = [
    ...(withdrawn.length > 0 ? [`${sayWho(withdrawn)}撤回了申请`] : []),
    ...(others.length > 0 ? [`${sayWho(others)}的申请已经处理过`] : []),
    ...(own.length > 0 ? ['你自己的申请要由会长来回复'] : []),
  ]
  const open = () =>
    stale.length > 1
      ? openPage('access/decided')
      : openPage('access/approval', { kind: 'application', id: first.membershipId })
  toast.show(`${said.join('，')}，没有再动`, { label: '看看', onTap: open })
}
