import { DAY_MS, inChina } from '@domain/kernel/time'
import { mall } from '@domain/mall/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import Papa from 'papaparse'
import { firstIdOf } from './recent'
import { type OrderDocument, orders } from './store'
import { stateNames } from './words'

const ORDERS_MAX = 1_000
const HEADER = [
  '订单号',
  '下单时间',
  '员工编号',
  '姓名',
  '部门',
  '商品',
  '款式',
  '数量',
  '沃币',
  '状态',
  '送到',
  '快递',
  '运单号',
]

/** Without phones and addresses: what is sent out has them on its label, and a table goes far. */
export const exportOrders = handle(mall.exportOrders, async (ctx, { days }) => {
  const found = await orders.find({
    where: { _id: _.gte(firstIdOf(ctx.now - days * DAY_MS)) },
    orderBy: [['_id', 'asc']],
    limit: ORDERS_MAX,
  })
  const csv = Papa.unparse([HEADER, ...found.map(rowOf)], { escapeFormulae: true })
  return ctx.transaction(
    async () => ({ csv, orders: found.length, complete: found.length < ORDERS_MAX }),
    () => ({ subject: orders.name, before: null, after: { exportedOrders: found.length, days } }),
  )
})

function rowOf(order: OrderDocument): (string | number)[] {
  const { number, placedAt, buyer, productName, variantName, quantity, paid, state, delivery, parcel } = order
  return [
    number,
    inChina(placedAt).format('YYYY-MM-DD HH:mm'),
    buyer.employeeId,
    buyer.name,
    buyer.department,
    productName,
    variantName,
    quantity,
    paid,
    stateNames[state],
    delivery.kind === 'home' ? '寄到家' : delivery.place,
    parcel?.carrier ?? '',
    parcel?.number ?? '',
  ]
}
