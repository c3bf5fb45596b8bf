import { mall } from '@domain/mall/contract'
import { figuresFrom } from '@domain/mall/stats'
import { handle } from '@platform/context'
import { csvFileOf } from '@platform/csv'
import { LINK_SECONDS, storeFile, temporaryLink } from '@platform/storage'
import { sheetOf, type WorkbookColumn, workbookOf } from '@platform/workbook'
import { ordersSince } from './ordersSince'
import { exportFiles, type OrderDocument, orders } from './store'
import { stateNames } from './words'

/** Closed to clients; nobody reads there but by a link. */
const FOLDER = 'documents/orders'

const needed = [
  '_id',
  'number',
  'placedAt',
  'buyer',
  'productName',
  'variantName',
  'quantity',
  'paid',
  'state',
  'delivery',
  'parcel',
] as const satisfies readonly (keyof OrderDocument)[]

/** Without phones and addresses: what is sent out has them on its label, and a table goes far. */
const columns: readonly WorkbookColumn<OrderDocument>[] = [
  { name: '订单号', width: 18, value: ({ number }) => number },
  { name: '下单时间', width: 18, value: ({ placedAt }) => ({ at: placedAt }) },
  { name: '员工编号', value: ({ buyer }) => buyer.employeeId },
  { name: '姓名', value: ({ buyer }) => buyer.name },
  { name: '部门', value: ({ buyer }) => buyer.department },
  { name: '商品', width: 24, value: ({ productName }) => productName },
  { name: '款式', value: ({ variantName }) => variantName },
  { name: '数量', width: 8, value: ({ quantity }) => quantity },
  { name: '沃币', width: 10, value: ({ paid }) => paid },
  { name: '状态', value: ({ state }) => stateNames[state] },
  {
    name: '送到',
    width: 20,
    value: ({ delivery }) => (delivery.kind === 'home' ? '寄到家' : delivery.place),
  },
  { name: '快递', value: ({ parcel }) => parcel?.carrier ?? '' },
  { name: '运单号', width: 20, value: ({ parcel }) => parcel?.number ?? '' },
]

/** The workbook's own lines, so that both formats say the same. */
function tableOf(rows: readonly OrderDocument[]): Buffer {
  const { header, lines } = sheetOf('兑换订单', columns, rows)
  const cells = lines.map(line => line.map(cell => contentOf(cell)))
  return csvFileOf(header, cells)
}

function contentOf(cell: unknown): unknown {
  return typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : ''
}

export const exportOrders = handle(mall.exportOrders, async (ctx, { days, format }) => {
  const { placed, complete } = await ordersSince(figuresFrom(days, ctx.now), needed)
  const rows = placed.reverse()
  const content = format === 'csv' ? tableOf(rows) : await workbookOf([sheetOf('兑换订单', columns, rows)])
  // The same path in a retry, so that no file is left that nobody remembers.
  const path = `${FOLDER}/${ctx.newId('orders')}.${format}`
  const fileId = await storeFile(path, content, 'MALL_EXPORT_FAILED')
  const url = await temporaryLink(fileId, 'MALL_EXPORT_FAILED')
  return ctx.transaction(
    async tx => {
      await exportFiles
        .in(tx)
        .put({ _id: ctx.newId('orders'), fileId, expiresAt: ctx.now + LINK_SECONDS * 1_000 })
      return { url, orders: placed.length, complete }
    },
    () => ({ subject: orders.name, before: null, after: { exportedOrders: placed.length, days, format } }),
  )
})
