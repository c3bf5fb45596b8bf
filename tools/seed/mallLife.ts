import type {
  AddressBookDocument,
  BasketDocument,
  FavouriteDocument,
  OrderDocument,
  WaitDocument,
} from '../../cloudfunctions/mall/store'
import { ONLY_VARIANT } from '../../domain/mall/goods'
import type { World } from './world'

interface MallLife {
  mall_baskets: BasketDocument[]
  mall_favourites: FavouriteDocument[]
  mall_waits: WaitDocument[]
  mall_addresses: AddressBookDocument[]
}

const HOME_OF = {
  linxiaochuan: ['上海市', '上海市', '嘉定区', '安亭镇墨玉南路 28 弄 3 号 1102 室'],
  zhoumu: ['上海市', '上海市', '青浦区', '徐泾镇明珠路 1018 弄 6 号 502 室'],
} as const

/** What people have put aside in the mall: a basket, things they like or wait for, where they live. */
export function mallLife(world: World, orders: readonly OrderDocument[]): MallLife {
  const lin = world.who('linxiaochuan')._id
  const at = world.calendar.at(1, '12:30')
  const placed = orders.filter(({ employeeId }) => employeeId === lin)
  return {
    mall_baskets: [
      {
        _id: lin,
        lines: [
          { productId: 'g09-tee', variantId: 'navy-m', quantity: 1 },
          { productId: 'g07-umbrella', variantId: ONLY_VARIANT, quantity: 1 },
        ],
      },
    ],
    mall_favourites: [
      ...new Set(['g01-blanket', 'g06-beanie', ...placed.map(({ productId }) => productId)]),
    ].map(productId => ({ _id: `${lin}.${productId}`, employeeId: lin, productId, at })),
    mall_waits: [
      {
        _id: `${lin}.g06-beanie.${ONLY_VARIANT}`,
        employeeId: lin,
        productId: 'g06-beanie',
        variantId: ONLY_VARIANT,
        at,
      },
    ],
    mall_addresses: Object.entries(HOME_OF).map(([key, [province, city, district, detail]]) => {
      const { _id, name, phone } = world.who(key)
      const address = { recipient: name, phone, region: [province, city, district], detail, preferred: true }
      return { _id, addresses: [{ addressId: `${key}-home`, ...address }] }
    }),
  }
}
