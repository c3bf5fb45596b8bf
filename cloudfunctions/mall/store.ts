import type { Instant } from '@domain/kernel/time'
import type { AfterSaleKind } from '@domain/mall/afterSale'
import type { BuyerView, ProductCategory } from '@domain/mall/contract'
import type { Variant } from '@domain/mall/goods'
import type { JournalEntry } from '@domain/mall/journal'
import type { DeliveryKind, OrderAction, OrderState, Restock } from '@domain/mall/order'
import type { Stocked, Terms } from '@domain/mall/stock'
import { collection, type Document } from '@platform/collection'
import type { HandedFileDocument } from '@platform/handedFiles'

/** One thing that can be redeemed, with its stock and with who holds or has taken how much of it. */
export interface ProductDocument extends Document, Stocked, Terms {
  name: string
  summary: string
  category: ProductCategory
  coverFileId: string
  coverGround: string
  price: number
  unit: string
  deliveries: DeliveryKind[]
  variants: Variant[]
  /** File ids; the first is the cover. */
  pictures: string[]
  /** Pictures that were taken out of it and may lie in storage yet; absent: none ever was. */
  dropped?: string[]
  /** What its banner says; null: it has none. */
  featured: string | null
  shelvedAt: Instant
  /** Counts the keeper's changes: what is taken is taken on the terms that were read. */
  edition: number
  /** The request that made it this edition; absent: nobody has changed it since it was shelved. */
  changedBy?: string
  terms: string[]
  byPrice: string
  byNewest: string
  /** Whether anybody may wait to be told of its return, and how often somebody has asked. */
  awaited: boolean
  asked: number
  /** When those are called who asked for its opening; null: nobody has, or they have been. */
  callAt: Instant | null
}

export interface DeskDocument extends Document {
  name: string
  site: string
  hours: string
}

/** Who found that its pieces are nothing for the shelf, and when; absent: they go on it. */
interface Broken {
  employeeId: string
  name: string
  at: Instant
  /** What became of them before they were given out; absent: they came back broken. */
  before?: 'lost' | 'damaged'
}

/** A picture of what is asked back; one that is not passed is taken away. */
export interface AfterSalePhoto {
  fileId: string
  traceId: string
  state: 'checking' | 'passed'
}

/** One redemption. What was promised is copied, because a product may change afterwards. */
export interface OrderDocument extends Document {
  number: string
  employeeId: string
  buyer: BuyerView
  productId: string
  productName: string
  coverFileId: string
  coverGround: string
  unit: string
  variantId: string
  variantName: string
  quantity: number
  /** How often pieces of it were set apart, as orders of their own; absent: never. */
  parts?: number
  /** Which of them are with it again; absent: none. */
  rejoined?: number[]
  /** As it was redeemed, of an order and of what was set apart of it; absent: nothing was. */
  first?: { quantity: number; paid: number }
  /** The period in which it counts, where the product had a limit for one. */
  period: string | null
  paid: number
  state: OrderState
  delivery: {
    kind: DeliveryKind
    deskId: string | null
    place: string
    recipient: string
    phone: string | null
  }
  /** The ways that there were to have it when it was redeemed; absent: the one it was redeemed with. */
  ways?: DeliveryKind[]
  /** How often it was sent elsewhere; absent: never. */
  edition?: number
  parcel: { carrier: string; number: string } | null
  trail: { action: OrderAction; at: Instant; by: string; note: string | null }[]
  placedAt: Instant
  /** What the desk scans; every order has one, because the index is unique. */
  pickupCode: string
  restock: Restock
  broken?: Broken
  nodes: { at: Instant; place: string; words: string }[]
  afterSale: {
    kind: AfterSaleKind
    reason: string
    words: string
    wish: { variantId: string; name: string } | null
    /** Absent: none. */
    photos?: AfterSalePhoto[]
  } | null
  /** `checking` until WeChat has looked at all photos of it, or they were withdrawn; absent: there never were any. */
  photosState?: 'checking' | 'done'
  /** Where it stands among what goes back; null: it does not. */
  backKey: string | null
  /** When it counts as received by itself; null or absent: it is not on its way. */
  arrivesAt?: Instant | null
  /** When its keeper last said whether it may go back; absent: never. */
  answeredAt?: Instant
  /** What it was exchanged for its own, whether that is back on the shelf, and by which name its own was held. */
  swap: { variantId: string; restock: Restock; heldAs: string; broken?: Broken } | null
}

/** A code that can be redeemed, sealed. */
export interface CodeDocument extends Document {
  productId: string
  variantId: string
  /** AES-256-GCM: nonce, tag and text, each in base64, with dots between. */
  sealed: string
  free: boolean
  orderId: string | null
  /** Its own id while it is free, else the order's id and the place in it: unique, so that no place is filled twice. */
  claim: string
  /** The command that brought it, and when. */
  causeId: string
  at: Instant
}

export interface BasketDocument extends Document {
  lines: { productId: string; variantId: string; quantity: number }[]
}

export interface FavouriteDocument extends Document {
  employeeId: string
  productId: string
  at: Instant
}

/** Somebody who wants to be told, once, that a variant is back, or that a sale opens. */
export interface WaitDocument extends Document {
  employeeId: string
  productId: string
  /** Null: it is the opening that is waited for. */
  variantId: string | null
  at: Instant
}

/** A person's addresses, the preferred one first. */
export interface AddressBookDocument extends Document {
  addresses: {
    addressId: string
    recipient: string
    phone: string
    region: string[]
    detail: string
    preferred: boolean
  }[]
}

export const products = collection<ProductDocument>('mall_products')
export const desks = collection<DeskDocument>('mall_desks')
export const orders = collection<OrderDocument>('mall_orders')
export const journal = collection<JournalEntry>('mall_journal')
export const codes = collection<CodeDocument>('mall_codes')
export const baskets = collection<BasketDocument>('mall_baskets')
export const favourites = collection<FavouriteDocument>('mall_favourites')
export const waits = collection<WaitDocument>('mall_waits')
export const exportFiles = collection<HandedFileDocument>('mall_exports')
export const addressBooks = collection<AddressBookDocument>('mall_addresses')
