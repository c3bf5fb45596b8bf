import type { access } from '@domain/access/contract'
import type { OutputOf } from '@domain/kernel/contract'
import { openPage } from '@/rooms/open'
import { toast } from '@/ui/toast/store'

export type Inbox = OutputOf<typeof access.openInbox>
export type Waiting = Inbox['waiting'][number]
export type WaitingKind = Waiting['kind']

export const kindNames: Record<WaitingKind, string> = {
  application: '入会',
  founding: '创会',
  event: '办活动',
  rebind: '换绑',
  report: '举报',
  appeal: '申诉',
  parcel: '寄出',
  pickup: '自取',
  afterSale: '退换',
  ticket: '行政',
  suggestion: '荐词',
  candidate: '招聘',
  article: '文章',
  hand: '沃币',
  handBatch: '批量沃币',
  rules: '规则',
  correction: '改资料',
  claim: '补记',
}

const names: Partial<Record<string, string>> = kindNames

/** What a kind is called. A server may know kinds that an app of last week does not. */
export const kindName = (kind: string): string => names[kind] ?? '其他'

/** In the order of the inbox's chips. */
export const kindsInOrder = Object.keys(kindNames) as WaitingKind[]

/** Only these are decided with a yes or a no; what moderators look at, events and parcels have pages of their own. */
export type DecidableKind = Extract<WaitingKind, 'application' | 'founding' | 'rebind' | 'correction'>

export const isDecidable = (waiting: Waiting): waiting is Waiting & { kind: DecidableKind } =>
  ['application', 'founding', 'rebind', 'correction'].includes(waiting.kind)

/** What a decision is about, in the words of the message: "韩冬 加入光影摄影社". */
export function subjectOf({ kind, person, place }: Waiting): string {
  if (kind === 'founding') return `${person.name} 创办${place}`
  if (kind === 'correction') return `${person.name} 改资料`
  return kind === 'application' ? `${person.name} 加入${place}` : `${person.name} 换绑`
}

/** Where a tap on a card leads. */
export function openWaiting({ kind, id }: Waiting): void {
  if (kind === 'founding') openPage('union/founding', { foundingId: id })
  else if (kind === 'event') openPage('union/event', { eventId: id })
  else if (kind === 'report' || kind === 'appeal') openPage('access/review', { reviewId: id })
  else if (kind === 'parcel') openPage('mall/fulfil', { kind: 'home', orderId: id })
  else if (kind === 'pickup') openPage('mall/fulfil', { kind: 'desk', orderId: id })
  else if (kind === 'afterSale') openPage('mall/returns')
  else if (kind === 'ticket') openPage('selfservice/ticket', { ticketId: id })
  else if (kind === 'candidate') openPage('careers/candidate', { candidateId: id })
  else if (kind === 'suggestion') openPage('knowledge/termEdit', { suggestionId: id })
  else if (kind === 'article') openPage('content/draft', { articleId: id })
  else if (kind === 'hand') openPage('coin/hands')
  else if (kind === 'handBatch') openPage('coin/batch', { batchId: id })
  else if (kind === 'rules') openPage('coin/version', { version: id })
  else if (kind === 'claim') openPage('booking/host', { sessionId: id })
  else if (kind in kindNames) openPage('access/approval', { kind, id })
  else toast.show('这一类要用新版处理，关掉小程序再打开就是新版')
}
