import { listAddresses, removeAddress, saveAddress } from './addresses'
import { askAfterSale, withdrawAfterSale } from './askAfterSale'
import { putInBasket } from './basket'
import { cancelOrder } from './cancelOrder'
import { confirmOrder } from './confirmOrder'
import { listFavourites, markFavourite } from './favourites'
import { findProducts } from './findProducts'
import { listOrders } from './listOrders'
import { openBasket } from './openBasket'
import { awaitOpening } from './openings'
import { openOrder } from './openOrder'
import { openProduct } from './openProduct'
import { openShop } from './openShop'
import { redeem } from './redeem'
import { redirectOrder } from './redirectOrder'
import { awaitStock } from './returns'

/** What a buyer asks for. */
export const buyers = {
  askAfterSale,
  awaitOpening,
  awaitStock,
  cancelOrder,
  confirmOrder,
  findProducts,
  listAddresses,
  listFavourites,
  listOrders,
  markFavourite,
  openBasket,
  openOrder,
  openProduct,
  openShop,
  putInBasket,
  redeem,
  redirectOrder,
  removeAddress,
  saveAddress,
  withdrawAfterSale,
}
