import { api } from '@/api'

/** What a redemption, a cancellation or a delivery makes old. */
export const orderQueries = [
  api.mall.openShop,
  api.mall.openProduct,
  api.mall.listOrders,
  api.mall.openOrder,
  api.identity.openSession,
  api.coin.openStatement,
  api.identity.openProfile,
] as const
