import { topicIdOf } from '@domain/forum/topics'
import type { BrowserWorld } from './world'

/** One page of the app, and who has something to see on it. */
export interface PageVisit {
  name: string
  openid: string
  path: string
}

const room = (page: string, query = '') => {
  const [name, file] = page.split('/')
  return `rooms/${name}/pages/${file}/index${query ? `?${query}` : ''}`
}

const MEMBER = 'demo-linxiaochuan'
const OFFICE = 'demo-wangyanqiu'
const CHAIR = 'demo-zhoumu'
/** The second moderator. */
const AUDITOR = 'demo-wenyan'
/** Receives visitors at two centres. */
const CENTRE_HOST = 'demo-qiaoan'
const STRANGER = 'demo-stranger'

/** Every page of the app, with people of the demo world for whom it is full. */
export async function everyPage({ cloud }: BrowserWorld): Promise<PageVisit[]> {
  const posts = await cloud.dump<{ _id: string; author: { employeeId: string }; comments: number }>(
    'forum_posts',
  )
  const orders = await cloud.dump<{ _id: string; employeeId: string; state: string }>('mall_orders')
  const rebinds = await cloud.dump<{ _id: string }>('identity_rebinds')
  const foundings = await cloud.dump<{ _id: string; name: string }>('union_foundings')
  const waiting = foundings.find(({ name }) => name === '手冲咖啡社')
  const reviews = await cloud.dump<{ _id: string; state: string }>('forum_reviews')
  const places = await cloud.dump<{
    _id: string
    kind: string
    state: string
    employeeId: string
  }>('booking_places')
  const people = await cloud.people()
  const post = posts.reduce((most, one) => (one.comments > most.comments ? one : most))
  const pickup = orders.find(({ state }) => state === 'placed')
  const buyer = people.find(({ employeeId }) => employeeId === pickup?.employeeId)
  const openidOf = (employeeId: string) => people.find(person => person.employeeId === employeeId)?.openid
  /** Somebody's visit in this state, of one whom the demo world lets in by name. */
  const visited = (state: string) =>
    places.find(
      place =>
        place.kind === 'visit' && place.state === state && openidOf(place.employeeId)?.startsWith('demo-'),
    )
  const visit = (name: string, path: string, openid = MEMBER): PageVisit => ({ name, path, openid })
  return [
    visit('home', 'pages/home/index'),
    visit('feed', 'pages/fun/index'),
    visit('energy', 'pages/energy/index'),
    visit('admin', 'pages/admin/index'),
    visit('office', 'pages/admin/index', OFFICE),
    visit('register', room('identity/register'), STRANGER),
    visit('privacy', room('identity/privacy'), STRANGER),
    visit('rebind', room('identity/rebind'), STRANGER),
    visit('profile', room('identity/profile')),
    visit('roster', room('identity/roster'), OFFICE),
    visit('post', room('forum/post', `postId=${post._id}`)),
    visit('compose', room('forum/compose')),
    visit('my-posts', room('forum/mine')),
    visit('edit', room('forum/edit', `postId=${post._id}`)),
    visit('edits', room('forum/edits', `postId=${post._id}`)),
    visit('my-favourites', room('forum/favourites')),
    visit('topics', room('forum/topics')),
    visit('topic', room('forum/topic', `topicId=${topicIdOf('XC90 发布会')}`)),
    visit('search', room('forum/search')),
    visit(
      'my-removal',
      room('forum/appeal', `reviewId=${reviews.find(({ state }) => state === 'appealed')?._id}`),
    ),
    visit('statement', room('coin/statement')),
    visit('association', room('union/association', 'associationId=run')),
    visit('application', room('union/application', 'membershipId=run:VC018842')),
    visit('my-applications', room('union/mine')),
    visit('event', room('union/event', 'eventId=bike-dishui')),
    visit('events', room('union/events')),
    visit('ticket', room('booking/ticket', 'placeId=badminton-newcomers:VC018842')),
    visit('waiting-ticket', room('booking/ticket', 'placeId=bike-dishui:VC018842')),
    visit('event-edit', room('union/eventEdit', 'eventId=lens-hall')),
    visit('host', room('booking/host', 'sessionId=lens-hall')),
    visit('my-places', room('booking/mine')),
    visit('centre', room('booking/centre', 'centreId=centre-shanghai')),
    visit('factory', room('booking/centre', 'centreId=centre-chengdu')),
    visit('book', room('booking/book', 'centreId=centre-shanghai')),
    ...(['confirmed', 'attended', 'waiting'] as const).map(state => {
      const { _id, employeeId } = visited(state) ?? { _id: '', employeeId: '' }
      return visit(`visit-${state}`, room('booking/visit', `placeId=${_id}`), openidOf(employeeId))
    }),
    visit('desk', room('booking/desk', 'centreId=centre-shanghai'), CENTRE_HOST),
    visit('closures', room('booking/closures', 'centreId=centre-shanghai'), CENTRE_HOST),
    visit('centre-edit', room('booking/centreEdit', 'centreId=centre-shanghai'), CENTRE_HOST),
    visit('centre-stats', room('booking/centreStats', 'centreId=centre-shanghai'), CENTRE_HOST),
    visit('my-foundings', room('union/mine', 'kind=foundings'), 'demo-jiangnan'),
    visit('found', room('union/found')),
    visit('members', room('union/members', 'associationId=lens')),
    visit('preside', room('union/preside')),
    visit('edit', room('union/edit', 'associationId=lens')),
    visit('my-association', room('union/association', 'associationId=lens')),
    visit('founding', room('union/founding', `foundingId=${waiting?._id}`), CHAIR),
    visit('my-founding', room('union/founding', `foundingId=${waiting?._id}`), 'demo-jiangnan'),
    visit('shop', room('mall/shop')),
    visit('product', room('mall/product', 'productId=g04-mug')),
    visit('orders', room('mall/orders')),
    visit('order', room('mall/order', `orderId=${pickup?._id}`), buyer?.openid),
    visit('fulfil', room('mall/fulfil'), OFFICE),
    visit('fulfil-desk', room('mall/fulfil', 'kind=desk'), OFFICE),
    visit('approval', room('access/approval', 'kind=application&id=lens:VC016418')),
    visit('rebind-approval', room('access/approval', `kind=rebind&id=${rebinds[0]?._id}`), OFFICE),
    visit('batch', room('access/batch')),
    visit('decided', room('access/decided')),
    visit('lending', room('access/lending')),
    visit('moderation', room('access/moderation'), OFFICE),
    visit(
      'review',
      room('access/review', `reviewId=${reviews.find(({ state }) => state === 'open')?._id}`),
      OFFICE,
    ),
    visit(
      'appeal',
      room('access/review', `reviewId=${reviews.find(({ state }) => state === 'appealed')?._id}`),
      AUDITOR,
    ),
    visit('inbox', room('notice/inbox')),
  ]
}
