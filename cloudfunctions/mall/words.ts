import type { OrderState } from '@domain/mall/order'

export const stateNames: Record<OrderState, string> = {
  placed: '待发',
  shipped: '已寄出',
  received: '已收到',
  cancelled: '已取消',
  returnAsked: '申请退货',
  returning: '退货中',
  returned: '已退货',
  exchangeAsked: '申请换货',
  exchanging: '换货中',
}
