import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast/store'

/** Every page of a room that another page leads to. A tab is opened by `Taro.switchTab`. */
export type RoomPage =
  | 'identity/register'
  | 'identity/privacy'
  | 'identity/profile'
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
  | 'coin/statement'
  | 'coin/ways'
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
  | 'mall/shop'
  | 'mall/product'
  | 'mall/orders'
  | 'mall/order'
  | 'mall/fulfil'
  | 'mall/basket'
  | 'mall/addresses'
  | 'mall/favourites'
  | 'mall/afterSale'
  | 'mall/goods'
  | 'mall/stock'
  | 'mall/ship'
  | 'mall/picking'
  | 'mall/mallStats'
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
