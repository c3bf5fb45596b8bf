import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import type { IconName } from '@/ui/icon/Icon'

export type Notice = Output<typeof api.notice.listNotices>['notices'][number]
export type Kind = Notice['kind']

/** How the inbox calls each kind, in the order of its chips. */
export const kindNames: Record<Kind, string> = {
  todo: '要你做的',
  reply: '回复',
  mention: '@我',
  like: '赞',
  official: '官方',
  union: '协会和活动',
  talk: '帖子',
  order: '订单',
  service: '办事',
  coin: '沃币',
  account: '账号',
  knowledge: '知识库',
}

export const kindIcons: Record<Kind, IconName> = {
  todo: 'task',
  reply: 'say',
  mention: 'at',
  like: 'heart',
  official: 'news',
  union: 'people',
  talk: 'chat',
  coin: 'coin',
  order: 'box',
  service: 'grid',
  account: 'idc',
  knowledge: 'book',
}

/** Opens what the notice is about. The same application waits for a president and answers an applicant. */
export function openTarget({ kind, target }: Notice): void {
  if (!target) return
  const { id, commentId } = target
  const open: Record<typeof target.kind, () => void> = {
    post: () => openPage('forum/post', { postId: id, ...(commentId ? { commentId } : {}) }),
    association: () => openPage('union/association', { associationId: id }),
    order: () => openPage('mall/order', { orderId: id }),
    product: () => openPage('mall/product', { productId: id }),
    application: () =>
      kind === 'todo'
        ? openPage('access/approval', { kind: 'application', id })
        : openPage('union/application', { membershipId: id }),
    rebind: () => openPage('access/approval', { kind: 'rebind', id }),
    founding: () => openPage('union/founding', { foundingId: id }),
    event: () => openPage('union/event', { eventId: id }),
    host: () => openPage('booking/host', { sessionId: id }),
    review: () => openPage('forum/appeal', { reviewId: id }),
    place: () => openPage('booking/ticket', { placeId: id }),
    visit: () => openPage('booking/visit', { placeId: id }),
    statement: () => openPage('coin/statement'),
    happyHour: () => openPage('coin/rules'),
    news: () => openPage('notice/news', { newsId: id }),
    ticket: () => openPage('selfservice/ticket', { ticketId: id }),
    claims: () => openPage('selfservice/invoices', { tab: 'claims' }),
    claimDesk: () => openPage('selfservice/invoiceDesk'),
    line: () => openPage('selfservice/line', { lineId: id }),
    term: () => openPage('knowledge/term', { termId: id }),
    document: () => openPage('knowledge/document', { documentId: id }),
    suggestion: () => openPage('knowledge/suggest'),
    position: () => openPage('careers/position', { positionId: id }),
    candidacy: () => openPage('careers/mine'),
    article: () => openPage('content/article', { articleId: id }),
    draft: () => openPage('content/draft', { articleId: id }),
    broadcast: () => openPage('live/broadcast', { broadcastId: id }),
    rules: () => openPage('coin/version', { version: id }),
    roles: () => openPage('access/roles'),
    leaving: () => openPage('identity/leaving', { employeeId: id }),
    report: () => openPage('stats/report', { week: id }),
  }
  open[target.kind]()
}
