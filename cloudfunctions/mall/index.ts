import { mall } from '@domain/mall/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { cancelOrder } from './cancelOrder'
import { confirmOrder } from './confirmOrder'
import { findProducts } from './findProducts'
import { handOver } from './handOver'
import { listFulfilment } from './listFulfilment'
import { listOrders } from './listOrders'
import { openOrder } from './openOrder'
import { openProduct } from './openProduct'
import { openShop } from './openShop'
import { redeem } from './redeem'
import { shipOrder } from './shipOrder'
import { sweep } from './sweep'

const queries = { openShop, findProducts, openProduct, listOrders, openOrder, listFulfilment }
const commands = { redeem, cancelOrder, confirmOrder, shipOrder, handOver }

export const main = serve('mall', {
  contract: mall,
  handlers: { ...queries, ...commands },
  standingOf,
  timers: { sweep },
})
