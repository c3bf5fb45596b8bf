import { mall } from '@domain/mall/contract'
import { productTerm } from '@domain/mall/searchTerms'
import { orderNumberTyped, PARCEL_NUMBER, parcelNumberTyped } from '@domain/mall/shipping'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { everCalled } from '../identity/public'
import { orders, products } from './store'
import { keptOrderOf } from './views'

/** More than anybody reads through; whoever wants less types more. */
const FOUND_MAX = 50
/** So many people and goods that are called alike are looked at; of more it is said that some are left out. */
const NAMED_MAX = 50

/** Past every number that begins like what was typed. */
const END = '\uffff'

type Find = Parameters<typeof orders.find>[0]
type Way = Pick<Find, 'where'> & { orderBy: NonNullable<Find['orderBy']> }

export const findOrders = handle(mall.findOrders, async (ctx, { text }) => {
  const [people, goods] = await Promise.all([everCalled(text, NAMED_MAX + 1), goodsNamed(text)])
  const ways = [...numberWays(text), ...waysAmong('employeeId', people), ...waysAmong('productId', goods)]
  const found = await Promise.all(ways.map(way => orders.find({ ...way, limit: FOUND_MAX + 1 })))
  const byId = new Map(found.flat().map(order => [order._id, order]))
  const sorted = [...byId.values()].sort((one, other) => (one._id < other._id ? 1 : -1))
  const isNamedByFew = people.length <= NAMED_MAX && goods.length <= NAMED_MAX
  return {
    orders: sorted.slice(0, FOUND_MAX).map(order => keptOrderOf(order, ctx.now)),
    complete: isNamedByFew && sorted.length <= FOUND_MAX,
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

/** The newest of all of them: the database merges what its index has of each in that order. */
function waysAmong(field: 'employeeId' | 'productId', ids: readonly string[]): Way[] {
  if (ids.length === 0) return []
  return [{ where: { [field]: _.in(ids.slice(0, NAMED_MAX)) }, orderBy: [['_id', 'desc']] }]
}

/** Also of what has left the shelf since. */
async function goodsNamed(text: string): Promise<string[]> {
  const term = productTerm(text)
  if (term === '') return []
  const found = await products.find({
    where: { terms: _.in([term]) },
    orderBy: [['_id', 'asc']],
    limit: NAMED_MAX + 1,
    fields: ['_id'],
  })
  return found.map(({ _id }) => _id)
}
