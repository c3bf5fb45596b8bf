import type { Instant } from '../kernel/time'

export const stockReasons = ['arrived', 'counted', 'damaged', 'withdrawn', 'codes'] as const
export type StockReason = (typeof stockReasons)[number]

export const stockReasonNames: Record<StockReason, string> = {
  arrived: '到货',
  counted: '盘点',
  damaged: '损坏',
  withdrawn: '调走',
  codes: '上传兑换码',
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

export function journalId(productId: string, number: number): string {
  return `${productId}.${String(number).padStart(5, '0')}`
}
