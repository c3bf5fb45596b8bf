import { mall } from '@domain/mall/contract'
import { orderStateNames } from '@domain/mall/order'
import { figuresFrom } from '@domain/mall/stats'
import { handle } from '@platform/context'
import { csvFileOf } from '@platform/csv'
import { handOut } from '@platform/handedFiles'
import { plainLines, sheetOf, type WorkbookColumn, workbookOf } from '@platform/workbook'
import { veilRows } from '../identity/public'
import { ordersSince } from './ordersSince'
import { exportFiles, type OrderDocument, orders } from './store'

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
  { name: '状态', value: ({ state }) => orderStateNames[state] },
  {
    name: '送到',
    width: 20,
    value: ({ delivery }) => (delivery.kind === 'home' ? '寄到家' : delivery.place),
  },
  { name: '快递', value: ({ parcel }) => parcel?.carrier ?? '' },
  { name: '运单号', width: 20, value: ({ parcel }) => parcel?.number ?? '' },
]

export const exportOrders = handle(mall.exportOrders, async (ctx, { days, format }) => {
  const { placed, complete } = await ordersSince(figuresFrom(days, ctx.now), needed)
  const rows = await veilRows(placed.reverse(), ctx.employee)
  const sheet = sheetOf('兑换订单', columns, rows)
  const content = format === 'csv' ? csvFileOf(sheet.header, plainLines(sheet)) : await workbookOf([sheet])
  const made = {
    folder: 'orders',
    name: `兑换订单.${format}`,
    content,
    failed: 'MALL_EXPORT_FAILED',
  } as const
  const { url, file } = await handOut(ctx, exportFiles, made)
  return ctx.transaction(
    async tx => {
      await exportFiles.in(tx).put(file)
      return { url, orders: placed.length, complete }
    },
    () => ({ subject: orders.name, before: null, after: { exportedOrders: placed.length, days, format } }),
  )
})
