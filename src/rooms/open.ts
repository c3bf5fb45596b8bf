import Taro from '@tarojs/taro'
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
  | 'growth/level'
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
  | 'selfservice/invoices'
  | 'selfservice/invoiceDesk'
  | 'selfservice/titleEdit'
  | 'selfservice/claimImport'
  | 'mall/shop'
  | 'mall/product'
  | 'mall/orders'
  | 'mall/order'
  | 'mall/fulfil'
  | 'knowledge/library'
  | 'knowledge/term'
  | 'knowledge/document'
  | 'knowledge/suggest'
  | 'knowledge/desk'
  | 'knowledge/termEdit'
  | 'knowledge/documentEdit'
  | 'access/approval'
  | 'access/batch'
  | 'access/decided'
  | 'access/lending'
  | 'access/moderation'
  | 'access/review'

type PageParams = Readonly<Record<string, string>>

/** A page's address: `/rooms/mall/pages/order/index?orderId=…`. */
export function addressOf(page: RoomPage, params: PageParams = {}): string {
  const [room, name] = page.split('/')
  const search = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/rooms/${room}/pages/${name}/index${search ? `?${search}` : ''}`
}

/** Opens a page above this one. */
export function openPage(page: RoomPage, params?: PageParams): void {
  toast.clear()
  void Taro.navigateTo({ url: addressOf(page, params) })
}

/** Takes this page's place, for a form that is done: going back does not lead into it again. */
export function replacePage(page: RoomPage, params?: PageParams): void {
  void Taro.redirectTo({ url: addressOf(page, params) })
}
