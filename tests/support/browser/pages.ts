import { topicIdOf } from '@domain/forum/topics'
import { bookingPages, type ShownVisit } from './bookingPages'
import { brandPages } from './brandPages'
import { livePages } from './livePages'
import { careersPages, contentPages, memberPages, statsPages } from './officePages'
import { type PageVisit, room, visit } from './pageVisit'
import { shuttlePages, supportPages } from './selfservicePages'
import type { BrowserWorld } from './world'

const OFFICE = 'demo-wangyanqiu'
const CHAIR = 'demo-zhoumu'
/** The second moderator. */
const AUDITOR = 'demo-wenyan'
const ADMIN = 'demo-renfei'
/** Writes the glossary and keeps the documents. */
const EDITOR = 'demo-mengchuan'
const STRANGER = 'demo-stranger'

/** What the demo world holds that pages are opened for. */
interface Shown {
  postId: string
  pollId: string
  order: { _id: string; openid: string | undefined }
  rebindId: string
  foundingId: string
  openReviewId: string
  appealId: string
  newsId: string
  /** One that somebody works on. */
  ticketId: string
  /** A friend who is being interviewed. */
  candidateId: string
  visits: ShownVisit[]
}

async function whatIsShown({ cloud }: BrowserWorld): Promise<Shown> {
  const [posts, orders, rebinds, foundings, reviews, news, places, people, tickets, candidates] =
    await Promise.all([
      cloud.dump<{ _id: string; title: string; written: number; withdrawn: number }>('forum_posts'),
      cloud.dump<{ _id: string; employeeId: string; state: string }>('mall_orders'),
      cloud.dump<{ _id: string }>('identity_rebinds'),
      cloud.dump<{ _id: string; name: string }>('union_foundings'),
      cloud.dump<{ _id: string; state: string }>('forum_reviews'),
      cloud.dump<{ _id: string; title: string }>('notice_news'),
      cloud.dump<{ _id: string; kind: string; state: string; employeeId: string }>('booking_places'),
      cloud.people(),
      cloud.dump<{ _id: string; state: string }>('selfservice_tickets'),
      cloud.dump<{ _id: string; state: string }>('careers_candidates'),
    ])
  const saidUnder = (post: { written: number; withdrawn: number }) => post.written - post.withdrawn
  const only = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error('The demo world lacks what a page is opened for.')
    return what
  }
  const openidOf = (employeeId: string) => people.find(one => one.employeeId === employeeId)?.openid
  const visitIn = (state: string) => {
    const place = only(
      places.find(
        one => one.kind === 'visit' && one.state === state && openidOf(one.employeeId)?.startsWith('demo-'),
      ),
    )
    return { state, placeId: place._id, openid: only(openidOf(place.employeeId)) }
  }
  const pickup = only(orders.find(({ state }) => state === 'placed'))
  return {
    postId: posts.reduce((most, one) => (saidUnder(one) > saidUnder(most) ? one : most))._id,
    pollId: only(posts.find(({ title }) => title === '周五 Fika 想吃什么'))._id,
    order: {
      _id: pickup._id,
      openid: openidOf(pickup.employeeId),
    },
    rebindId: only(rebinds[0])._id,
    foundingId: only(foundings.find(({ name }) => name === '手冲咖啡社'))._id,
    openReviewId: only(reviews.find(({ state }) => state === 'open'))._id,
    appealId: only(reviews.find(({ state }) => state === 'appealed'))._id,
    visits: ['confirmed', 'waiting', 'attended'].map(visitIn),
    ticketId: only(tickets.find(({ state }) => state === 'inProgress'))._id,
    candidateId: only(candidates.find(({ state }) => state === 'interviewing'))._id,
    newsId: only(news.find(({ title }) => title.includes('年终慰问礼')))._id,
  }
}

const tabPages: PageVisit[] = [
  visit('home', 'pages/home/index'),
  visit('feed', 'pages/fun/index'),
  visit('energy', 'pages/energy/index'),
  visit('admin', 'pages/admin/index'),
  visit('office', 'pages/admin/index', OFFICE),
]

const identityPages: PageVisit[] = [
  visit('register', room('identity/register'), STRANGER),
  visit('left', room('identity/left'), 'demo-luyiming'),
  visit('privacy', room('identity/privacy'), STRANGER),
  visit('rebind', room('identity/rebind'), STRANGER),
  visit('profile', room('identity/profile')),
  visit('settings', room('identity/settings')),
  visit('my-data', room('identity/myData')),
  visit('roster', room('identity/roster'), OFFICE),
]

const forumPages = ({ postId, pollId, appealId }: Shown): PageVisit[] => [
  visit('post', room('forum/post', `postId=${postId}`)),
  visit('poll', room('forum/post', `postId=${pollId}`)),
  visit('compose', room('forum/compose')),
  visit('my-posts', room('forum/mine')),
  visit('edit', room('forum/edit', `postId=${postId}`)),
  visit('edits', room('forum/edits', `postId=${postId}`)),
  visit('my-comments', room('forum/comments')),
  visit('liked', room('forum/liked')),
  visit('my-favourites', room('forum/favourites')),
  visit('topics', room('forum/topics')),
  visit('topic', room('forum/topic', `topicId=${topicIdOf('XC90 发布会')}`)),
  visit('author', room('forum/author', 'authorId=VC018842')),
  visit('account', room('forum/author', 'authorId=gonghui')),
  visit('search', room('forum/search')),
  visit('accounts', room('forum/accounts'), 'demo-maoqing'),
  visit('my-removal', room('forum/appeal', `reviewId=${appealId}`)),
]

const coinPages: PageVisit[] = [visit('statement', room('coin/statement')), visit('ways', room('coin/ways'))]

const growthPages: PageVisit[] = [visit('level', room('growth/level'))]

const unionPages = ({ foundingId }: Shown): PageVisit[] => [
  visit('association', room('union/association', 'associationId=run')),
  visit('application', room('union/application', 'membershipId=run:VC018842')),
  visit('my-applications', room('union/mine')),
  visit('event', room('union/event', 'eventId=bike-dishui')),
  visit('events', room('union/events')),
  visit('past-event', room('union/event', 'eventId=lens-ginkgo')),
  visit('recap', room('union/recap', 'eventId=lens-ginkgo')),
  visit('event-edit', room('union/eventEdit', 'eventId=lens-hall')),
  visit('my-foundings', room('union/mine', 'kind=foundings'), 'demo-jiangnan'),
  visit('found', room('union/found')),
  visit('members', room('union/members', 'associationId=lens')),
  visit('preside', room('union/preside')),
  visit('association-edit', room('union/edit', 'associationId=lens')),
  visit('my-association', room('union/association', 'associationId=lens')),
  visit('founding', room('union/founding', `foundingId=${foundingId}`), CHAIR),
  visit('my-founding', room('union/founding', `foundingId=${foundingId}`), 'demo-jiangnan'),
]

const mallPages = ({ order }: Shown): PageVisit[] => [
  visit('shop', room('mall/shop')),
  visit('product', room('mall/product', 'productId=g04-mug')),
  visit('orders', room('mall/orders')),
  visit('order', room('mall/order', `orderId=${order._id}`), order.openid),
  visit('kinds', room('mall/product', 'productId=g09-tee')),
  visit('basket', room('mall/basket')),
  visit('addresses', room('mall/addresses')),
  visit('my-goods', room('mall/favourites')),
  visit('after-sale', room('mall/afterSale', `orderId=${order._id}`), order.openid),
  visit('goods', room('mall/goods'), OFFICE),
  visit('good-edit', room('mall/goodEdit', 'productId=g09-tee'), OFFICE),
  visit('good-new', room('mall/goodEdit'), OFFICE),
  visit('returns', room('mall/returns'), OFFICE),
  visit('stock', room('mall/stock', 'productId=g09-tee'), OFFICE),
  visit('ship', room('mall/ship'), OFFICE),
  visit('picking', room('mall/picking'), OFFICE),
  visit('mall-stats', room('mall/mallStats'), OFFICE),
  visit('redemptions', room('mall/redemptions', 'productId=g03-thermos'), OFFICE),
  visit('fulfil', room('mall/fulfil'), OFFICE),
  visit('fulfil-desk', room('mall/fulfil', 'kind=desk'), OFFICE),
  visit('fulfil-sent', room('mall/fulfil', 'kind=sent'), OFFICE),
]

const accessPages = ({ rebindId, openReviewId, appealId }: Shown): PageVisit[] => [
  visit('approval', room('access/approval', 'kind=application&id=lens:VC016418')),
  visit('rebind-approval', room('access/approval', `kind=rebind&id=${rebindId}`), OFFICE),
  visit('batch', room('access/batch')),
  visit('decided', room('access/decided')),
  visit('lending', room('access/lending')),
  visit('roles', room('access/roles'), ADMIN),
  visit('my-roles', room('access/myRoles'), ADMIN),
  visit('audit', room('access/audit'), ADMIN),
  visit('moderation', room('access/moderation'), OFFICE),
  visit('review', room('access/review', `reviewId=${openReviewId}`), OFFICE),
  visit('appeal', room('access/review', `reviewId=${appealId}`), AUDITOR),
]

const noticePages = ({ newsId }: Shown): PageVisit[] => [
  visit('inbox', room('notice/inbox')),
  visit('notice-settings', room('notice/settings')),
  visit('news', room('notice/news', `newsId=${newsId}`)),
  visit('news-desk', room('notice/newsDesk'), OFFICE),
  visit('news-edit', room('notice/newsEdit'), OFFICE),
  visit('members-news-edit', room('notice/newsEdit')),
]

const knowledgePages: PageVisit[] = [
  visit('library', room('knowledge/library')),
  visit('term', room('knowledge/term', 'termId=bms')),
  visit('document', room('knowledge/document', 'documentId=p04-checkup')),
  visit('suggest', room('knowledge/suggest')),
  visit('knowledge-desk', room('knowledge/desk'), EDITOR),
  visit('edited-document', room('knowledge/document', 'documentId=p01-travel'), EDITOR),
  visit('term-edit', room('knowledge/termEdit', 'termId=bms'), EDITOR),
  visit('document-edit', room('knowledge/documentEdit', 'documentId=p05-escalation'), EDITOR),
]

/** Every page of the app, with people of the demo world for whom it is full. */
export async function everyPage(world: BrowserWorld): Promise<PageVisit[]> {
  const shown = await whatIsShown(world)
  return [
    ...tabPages,
    ...identityPages,
    ...forumPages(shown),
    ...coinPages,
    ...growthPages,
    ...unionPages(shown),
    ...bookingPages(shown),
    ...shuttlePages,
    ...mallPages(shown),
    ...supportPages(shown),
    ...accessPages(shown),
    ...noticePages(shown),
    ...knowledgePages,
    ...careersPages(shown),
    ...contentPages,
    ...brandPages,
    ...livePages,
    ...memberPages,
    ...statsPages,
  ]
}
