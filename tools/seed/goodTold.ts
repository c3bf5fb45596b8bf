import type { ProductCategory } from '../../domain/mall/contract'
import type { LimitPeriod } from '../../domain/mall/goods'
import type { DeliveryKind } from '../../domain/mall/order'
import { fileIdOf } from './files'

export interface GoodTold {
  id: string
  name: string
  picture: string
  /** Where its pictures are; absent: among the drawings of goods. */
  drawnIn?: 'covers' | 'goods'
  ground: string
  category: ProductCategory
  price: number
  /** Pieces on the shelf now. */
  stock: number
  limit: number | null
  unit: string
  summary: string
  deliveries: readonly DeliveryKind[]
  /** Each kind with what is on the shelf; absent: there is one kind. */
  variants?: readonly { id: string; colour?: string; size?: string; picture?: number; stock: number }[]
  /** Beside the cover. */
  morePictures?: readonly string[]
  limitPerPeriod?: { period: LimitPeriod; most: number }
  /** Days from today and the time of day. */
  opens?: readonly [days: number, clock: string]
  experienceMin?: number
  featured?: string
  /** Days ago it came to the shelf; 90 if it has been there for long. */
  shelved?: number
  codes?: readonly string[]
}

/** The cover of a good, and what is seen beside it. */
export const picturesOf = ({
  picture,
  morePictures = [],
  drawnIn = 'goods',
}: GoodTold): [string, ...string[]] => [
  fileIdOf(drawnIn, picture),
  ...morePictures.map(one => fileIdOf(drawnIn, one)),
]

/** What an order keeps of a good as it was. */
export const keptOf = (good: GoodTold) => ({
  productId: good.id,
  productName: good.name,
  coverFileId: picturesOf(good)[0],
  coverGround: good.ground,
  unit: good.unit,
})
