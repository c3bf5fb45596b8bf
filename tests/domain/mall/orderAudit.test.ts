import type { Entry } from '@domain/coin/entry'
import { auditOrders, type OrderDifference } from '@domain/mall/orderAudit'

const refund = (sourceId: string, coins: number) =>
  ({
    ...{ kind: 'refund', reason: 'mall.redeem', sourceId },
    postings: [
      { account: 'mall', amount: -coins },
      { account: 'employee:VC000001', amount: coins },
    ],
  }) as Entry
const order = { _id: 'o', paid: 100, state: 'received' as const }
const returned = { ...order, state: 'returned' as const }
const part = { ...returned, _id: 'o.1', paid: 50 }

type Audit = Parameters<typeof auditOrders>
const wrong = (way: OrderDifference['way'], orders: Audit[0], entries: Audit[1]) =>
  auditOrders(orders, entries)
    .filter(one => one.way === way)
    .map(({ sourceId, expected, found }) => ({ sourceId, expected, found }))

describe('auditing refunds', () => {
  it.each([
    ['nothing went back', [order], []],
    ['an order was cancelled', [{ ...order, state: 'cancelled' as const }], [refund('o', 100)]],
    ['a part came back', [{ ...order, parts: 1 }, part], [refund('o.1', 50)]],
    [
      'a part came back and then the rest',
      [{ ...returned, parts: 1 }, part],
      [refund('o.1', 50), refund('o.0', 100)],
    ],
    ['a fee of a booking went back', [order], [{ ...refund('o', 100), reason: 'booking.fee' as const }]],
  ])('finds nothing when %s', (_case, orders, entries) => {
    expect(wrong('refunded', orders, entries)).toEqual([])
  })

  it.each([
    ['a part that no order has', [{ ...order, parts: 1 }], [refund('o.1', 50)], ['o.1', 0, 50]],
    ['an order that its buyer has still', [order], [refund('o', 100)], ['o', 0, 100]],
    ['another sum than was paid', [returned], [refund('o', 90)], ['o', 100, 90]],
    ['an order of which no coins went back', [returned], [], ['o', 100, 0]],
  ] as const)('names %s', (_case, orders, entries, [sourceId, expected, found]) => {
    expect(wrong('refunded', orders, entries)).toEqual([{ sourceId, expected, found }])
  })
})

describe('auditing payments', () => {
  const payment = (sourceId: string, coins: number) =>
    ({
      ...{ kind: 'spend', reason: 'mall.redeem', sourceId },
      postings: [
        { account: 'employee:VC000001', amount: -coins },
        { account: 'mall', amount: coins },
      ],
    }) as Entry
  const cancelled = { ...order, state: 'cancelled' as const }

  it.each([
    ['an order was paid', [order], [payment('o', 100)]],
    ['it was cancelled afterwards', [cancelled], [payment('o', 100), refund('o', 100)]],
    ['a part was set apart', [{ ...order, parts: 1, paid: 50 }, part], [payment('o', 100)]],
    ['an order cost nothing', [{ ...order, paid: 0 }], []],
  ])('finds nothing when %s', (_case, orders, entries) => {
    expect(wrong('paid', orders, entries)).toEqual([])
  })

  it.each([
    ['an order that nobody paid', [order], [], ['o', 100, 0]],
    ['another sum than the order says', [order], [payment('o', 90)], ['o', 100, 90]],
    ['a payment without an order', [], [payment('o', 100)], ['o', 0, 100]],
  ] as const)('names %s', (_case, orders, entries, [sourceId, expected, found]) => {
    expect(wrong('paid', orders, entries)).toEqual([{ sourceId, expected, found }])
  })
})
