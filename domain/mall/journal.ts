import type { Instant } from '../kernel/time'

export const stockReasons = ['arrived', 'counted', 'damaged', 'lost', 'withdrawn', 'codes'] as const
export type StockReason = (typeof stockReasons)[number]

export const stockReasonNames: Record<StockReason, string> = {
  arrived: '到货',
  counted: '盘点',
  damaged: '损坏',
  lost: '遗失',
  withdrawn: '调走',
  codes: '上传兑换码',
}

/** What a keeper may write down of pieces; codes follow from their upload, and what is lost is missed from an order. */
export const pieceReasons = ['arrived', 'counted', 'damaged', 'withdrawn'] as const satisfies StockReason[]

/** What the number of pieces means: they came, they went, or they are what a count has found. */
const meanings: Record<StockReason, (pieces: number, before: number) => number> = {
  arrived: pieces => pieces,
  codes: pieces => pieces,
  damaged: pieces => -pieces,
  lost: pieces => -pieces,
  withdrawn: pieces => -pieces,
  counted: (pieces, before) => pieces - before,
}

/** By how many pieces a shelf with `before` of them changes; `pieces` is never negative. */
export function shelfChange(reason: StockReason, pieces: number, before: number): number {
  const change = meanings[reason](pieces, before)
  // No minus zero in the books.
  return change === 0 ? 0 : change
}

/** One change of a shelf that is no redemption: what a keeper did, or what was there when the book was opened. */
export interface JournalEntry {
  /** `<product>.<number>` */
  _id: string
  productId: string
  variantId: string
  /** 1, 2, 3 … within a product, without a gap: a lost entry shows. */
  number: number
  /** Pieces; negative when they went. */
  change: number
  /** On the shelf. */
  before: number
  after: number
  reason: StockReason
  words: string
  by: { employeeId: string; name: string }
  at: Instant
  /** The command that wrote it, so that it writes it once. */
  causeId: string
}

/** The id of a product's entry; padded, so that ids sort as their numbers up to 99,999. */
export function journalId(productId: string, number: number): string {
  return `${productId}.${String(number).padStart(5, '0')}`
}
