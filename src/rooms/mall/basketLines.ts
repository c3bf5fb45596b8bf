import type { OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import type { mall } from '@domain/mall/contract'
import { type Affordability, affordability, quantityMost } from './affordability'
import { sayPeriodOver, saySale } from './saleWords'

type Basket = OutputOf<typeof mall.openBasket>
export type BasketLine = Basket['lines'][number]

export interface JudgedLine {
  line: BasketLine
  /** Why it can't be had now, for its row; undefined: it can. */
  because: string | undefined
  /** As many as may be chosen of it; at least 1, to be shown. */
  most: number
}

/** Coins are counted over the whole basket, not line by line. */
const RICH = Number.MAX_SAFE_INTEGER

/**
 * What of the basket would go through as far as the phone knows. Kinds of one product share its limits: a line counts
 * what those before it take.
 */
export function judgedLines({
  lines,
  experience,
  now,
}: Pick<Basket, 'lines' | 'experience' | 'now'>): JudgedLine[] {
  const ahead = new Map<string, number>()
  return lines.map(line => {
    const { product, variantId, quantity } = line
    const before = ahead.get(product.productId) ?? 0
    const facts = {
      ...product,
      ...{ quantity, experience, now, balance: RICH },
      stock: product.variants.find(one => one.variantId === variantId)?.stock ?? 0,
      taken: line.taken + before,
      takenInPeriod: line.takenInPeriod + before,
    }
    const verdict = affordability(facts)
    if (verdict.can) ahead.set(product.productId, before + quantity)
    return {
      line,
      because: verdict.can ? undefined : sayWhy(verdict.why, facts),
      most: quantityMost(facts, limits.quantityMax),
    }
  })
}

type Why = Extract<Affordability, { can: false }>['why']

function sayWhy(
  why: Why,
  facts: BasketLine['product'] & { stock: number; taken: number; takenInPeriod: number; now: number },
): string {
  const { unit, stock, sale, limitPerPerson, limitPerPeriod, taken, takenInPeriod, now } = facts
  const less = (left: number) => `还能换 ${left} ${unit}，先减一些`
  switch (why) {
    case 'off':
      return '下架了，先拿掉'
    case 'early':
    case 'over':
      return saySale(sale, now) ?? ''
    case 'level':
      return '等级还不够'
    case 'soldOut':
      return stock > 0 ? `只剩 ${stock} ${unit}，先减一些` : '换完了，先拿掉'
    case 'overLimit': {
      const left = (limitPerPerson ?? 0) - taken
      return left > 0 ? less(left) : `每人限 ${limitPerPerson} ${unit}，换满了`
    }
    case 'overPeriod': {
      const left = (limitPerPeriod?.most ?? 0) - takenInPeriod
      return left > 0 || !limitPerPeriod ? less(left) : sayPeriodOver(limitPerPeriod, unit, now)
    }
    case 'coins':
      return ''
  }
}
