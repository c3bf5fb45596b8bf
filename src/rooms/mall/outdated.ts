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

/** What a keeper's change of a good makes old. */
export const goodQueries = [
  api.mall.listGoods,
  api.mall.openGood,
  api.mall.openStock,
  api.mall.openShop,
  api.mall.openProduct,
] as const
