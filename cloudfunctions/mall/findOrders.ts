import { mall } from '@domain/mall/contract'
import { productTerm } from '@domain/mall/searchTerms'
import { orderNumberTyped, PARCEL_NUMBER, parcelNumberTyped } from '@domain/mall/shipping'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { peopleNamed } from '../identity/public'
import { orders, products } from './store'
import { keptOrderOf } from './views'

/** More than anybody reads through; whoever wants less types more. */
const FOUND_MAX = 50
const NAMED_MAX = 20

/** Past every number that begins like what was typed. */
const END = '\uffff'

type Find = Parameters<typeof orders.find>[0]
type Way = Pick<Find, 'where'> & { orderBy: NonNullable<Find['orderBy']> }

export const findOrders = handle(mall.findOrders, async (ctx, { text }) => {
  const [people, goods] = await Promise.all([peopleNamed(text, NAMED_MAX), goodsNamed(text)])
  const employeeIds = people.map(({ employeeId }) => employeeId)
  const ways = [
    ...numberWays(text),
    ...waysAmong('employeeId', employeeIds),
    ...waysAmong('productId', goods),
  ]
  const found = await Promise.all(ways.map(way => orders.find({ ...way, limit: FOUND_MAX + 1 })))
  const byId = new Map(found.flat().map(order => [order._id, order]))
  const sorted = [...byId.values()].sort((one, other) => (one._id < other._id ? 1 : -1))
  return {
    orders: sorted.slice(0, FOUND_MAX).map(order => keptOrderOf(order, ctx.now)),
    complete: sorted.length <= FOUND_MAX,
    now: ctx.now,
  }
})

/** The beginning of an order's number, and the whole number of a parcel. */
function numberWays(text: string): Way[] {
  const order = orderNumberTyped(text).trim()
  const parcel = parcelNumberTyped(text)
  return [
    ...(/^M\d/.test(order)
      ? [
          {
            where: { number: _.gte(order).and(_.lt(`${order}${END}`)) },
            orderBy: [['number', 'desc'] as const],
          },
        ]
      : []),
    ...(PARCEL_NUMBER.test(parcel) ? [{ where: { 'parcel.number': parcel }, orderBy: [] }] : []),
  ]
}

/** One after the other, as the index has them: a sort over all of them would read whatever they ever redeemed. */
function waysAmong(field: 'employeeId' | 'productId', ids: readonly string[]): Way[] {
  if (ids.length === 0) return []
  return [
    {
      where: { [field]: _.in(ids) },
      orderBy: [
        [field, 'asc'],
        ['_id', 'desc'],
      ],
    },
  ]
}

/** Also of what has left the shelf since. */
async function goodsNamed(text: string): Promise<string[]> {
  const term = productTerm(text)
  if (term === '') return []
  const found = await products.find({
    where: { terms: _.in([term]) },
    orderBy: [['_id', 'asc']],
    limit: NAMED_MAX,
    fields: ['_id'],
  })
  return found.map(({ _id }) => _id)
}
