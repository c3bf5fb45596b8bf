import Taro from '@tarojs/taro'
import { ownReply } from '@/api/error'
import { toast } from '@/ui/toast/store'

/** Every page of a room that another page leads to. A tab is opened by `Taro.switchTab`. */
export type RoomPage =
  | 'identity/register'
  | 'identity/privacy'
  | 'identity/profile'
  | 'identity/settings'
  | 'identity/myData'
  | 'identity/rebind'
  | 'identity/roster'
  | 'identity/members'
  | 'identity/member'
  | 'identity/leaving'
  | 'forum/post'
  | 'forum/compose'
  | 'forum/mine'
  | 'forum/topics'
  | 'forum/topic'
  | 'forum/author'
  | 'forum/search'
  | 'forum/favourites'
  | 'forum/edit'
  | 'forum/edits'
  | 'forum/appeal'
  | 'forum/accounts'
  | 'forum/comments'
  | 'forum/liked'
  | 'coin/statement'
  | 'coin/ways'
  | 'coin/hands'
  | 'coin/handEdit'
  | 'coin/batch'
  | 'coin/rules'
  | 'coin/version'
  | 'growth/level'
  | 'brand/brand'
  | 'brand/film'
  | 'brand/matrix'
  | 'brand/desk'
  | 'brand/filmEdit'
  | 'brand/accountEdit'
  | 'notice/inbox'
  | 'notice/settings'
  | 'notice/news'
  | 'notice/newsDesk'
  | 'notice/newsEdit'
  | 'union/association'
  | 'union/application'
  | 'union/mine'
  | 'union/found'
  | 'union/founding'
  | 'union/members'
  | 'union/preside'
  | 'union/edit'
  | 'union/event'
  | 'union/events'
  | 'union/eventEdit'
  | 'union/recap'
  | 'booking/ticket'
  | 'booking/mine'
  | 'booking/host'
  | 'booking/centre'
  | 'booking/book'
  | 'booking/visit'
  | 'booking/desk'
  | 'booking/closures'
  | 'booking/centreEdit'
  | 'booking/centreStats'
  | 'booking/courses'
  | 'booking/course'
  | 'booking/venues'
  | 'booking/venueDay'
  | 'booking/calendar'
  | 'booking/absences'
  | 'booking/facility'
  | 'booking/facilityEdit'
  | 'booking/facilityPlace'
  | 'booking/courseEdit'
  | 'booking/noShows'
  | 'booking/facilityFigures'
  | 'selfservice/shuttle'
  | 'selfservice/line'
  | 'selfservice/timetable'
  | 'selfservice/shuttleDesk'
  | 'selfservice/shuttleDraft'
  | 'selfservice/shuttleEdit'
  | 'selfservice/shuttleImport'
  | 'selfservice/tickets'
  | 'selfservice/newTicket'
  | 'selfservice/ticket'
  | 'selfservice/ticketBoard'
  | 'selfservice/ticketFigures'
  | 'selfservice/ticketCategories'
  | 'selfservice/ticketCategory'
  | 'selfservice/invoices'
  | 'selfservice/invoiceDesk'
  | 'selfservice/titleEdit'
  | 'selfservice/claimImport'
  | 'mall/shop'
  | 'mall/product'
  | 'mall/orders'
  | 'mall/order'
  | 'mall/fulfil'
  | 'careers/positions'
  | 'careers/position'
  | 'careers/apply'
  | 'careers/mine'
  | 'careers/desk'
  | 'careers/positionEdit'
  | 'careers/positionImport'
  | 'careers/board'
  | 'careers/candidate'
  | 'knowledge/library'
  | 'knowledge/term'
  | 'knowledge/document'
  | 'knowledge/suggest'
  | 'knowledge/desk'
  | 'knowledge/termEdit'
  | 'knowledge/documentEdit'
  | 'mall/basket'
  | 'mall/addresses'
  | 'mall/favourites'
  | 'mall/afterSale'
  | 'mall/goods'
  | 'mall/goodEdit'
  | 'mall/stock'
  | 'mall/ship'
  | 'mall/returns'
  | 'mall/picking'
  | 'mall/mallStats'
  | 'mall/redemptions'
  | 'content/news'
  | 'content/article'
  | 'content/newsroom'
  | 'content/draft'
  | 'content/figures'
  | 'live/broadcasts'
  | 'live/broadcast'
  | 'live/watch'
  | 'live/draw'
  | 'live/desk'
  | 'live/edit'
  | 'live/run'
  | 'stats/figures'
  | 'stats/adviser'
  | 'stats/report'
  | 'access/approval'
  | 'access/batch'
  | 'access/decided'
  | 'access/decisions'
  | 'access/lending'
  | 'access/moderation'
  | 'access/review'
  | 'access/roles'
  | 'access/myRoles'
  | 'access/audit'

type PageParams = Readonly<Record<string, string>>

/** A page's address: `/rooms/mall/pages/order/index?orderId=…`. */
export function addressOf(page: RoomPage, params: PageParams = {}): string {
  const [room, name] = page.split('/')
  const search = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/rooms/${room}/pages/${name}/index${search ? `?${search}` : ''}`
}

/** WeChat keeps so many pages above one another, and refuses to open another. */
const MOST_PAGES = 10

/** Opens a page above this one; above as many as can be kept, it takes this page's place. */
export function openPage(page: RoomPage, params?: PageParams): void {
  toast.clear()
  if (Taro.getCurrentPages().length >= MOST_PAGES) replacePage(page, params)
  else sayUnopened(Taro.navigateTo({ url: addressOf(page, params) }))
}

/** Takes this page's place, for a form that is done: going back does not lead into it again. */
export function replacePage(page: RoomPage, params?: PageParams): void {
  sayUnopened(Taro.redirectTo({ url: addressOf(page, params) }))
}

/** Goes back; after a link there is nothing behind, so the page it came from in thought takes this page's place. */
export async function backOr(page: RoomPage, params?: PageParams): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else replacePage(page, params)
}

/** The same for what waited on 管理. */
export async function backToWork(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.switchTab({ url: '/pages/admin/index' })
}

/** The way up to a page: back where it lies below this one, so that its place in the list is kept. */
export function openAbove(page: RoomPage): void {
  const below = Taro.getCurrentPages().at(-2)?.route ?? ''
  if (below.replace(/^\//, '').split('?')[0] === addressOf(page).slice(1)) void Taro.navigateBack()
  else openPage(page)
}

/** WeChat fetches the rest of a room's code when its first page is opened. A browser's pages: `unfetched.h5.ts`. */
function sayUnopened(opening: Promise<unknown>): void {
  opening.catch(() => toast.show(ownReply('NETWORK_UNREACHABLE', '').message))
}
