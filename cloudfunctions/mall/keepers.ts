import { addCodes } from './addCodes'
import { addNode } from './addNode'
import { callOffOrder } from './callOffOrder'
import { changeStock } from './changeStock'
import { checkShipping } from './checkShipping'
import { correctWaybill } from './correctWaybill'
import { decideAfterSale } from './decideAfterSale'
import { exchange } from './exchange'
import { exportOrders } from './exportOrders'
import { findOrders } from './findOrders'
import { handOver, openPickup } from './handOver'
import { importShipping } from './importShipping'
import { listAfterSales } from './listAfterSales'
import { listFulfilment } from './listFulfilment'
import { listGoods } from './listGoods'
import { listRedemptions } from './listRedemptions'
import { openGood } from './openGood'
import { openMallStats } from './openMallStats'
import { openPicking } from './openPicking'
import { openStock } from './openStock'
import { saveGood } from './saveGood'
import { shipOrder } from './shipOrder'
import { takeBack } from './takeBack'

/** What a keeper asks for. */
export const keepers = {
  addCodes,
  addNode,
  callOffOrder,
  changeStock,
  checkShipping,
  correctWaybill,
  decideAfterSale,
  exchange,
  exportOrders,
  findOrders,
  handOver,
  importShipping,
  listAfterSales,
  listFulfilment,
  listGoods,
  listRedemptions,
  openGood,
  openMallStats,
  openPicking,
  openPickup,
  openStock,
  saveGood,
  shipOrder,
  takeBack,
}
