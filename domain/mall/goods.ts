import { sortKey } from '../kernel/paging'
import { DAY_MS, type Day, dayOf, type Instant, MINUTE_MS, monthOf, weekdayOf } from '../kernel/time'

/** The id of the only variant of a thing that comes in one kind. */
export const ONLY_VARIANT = 'one'

/** One kind of a thing, with stock of its own. */
export interface Variant {
  variantId: string
  /** Null where it does not come in colours; the same for sizes. */
  colour: string | null
  size: string | null
  /** One of the good's pictures, which shows this kind; absent or null: the cover does. */
  picture?: string | null | undefined
}

/** What a kind looks like. */
export function pictureOf(
  { coverFileId, variants }: { coverFileId: string; variants: readonly Variant[] },
  variantId: string,
): string {
  return variants.find(one => one.variantId === variantId)?.picture || coverFileId
}

/** "雾蓝 · M"; empty for the only kind there is. */
export function variantName({ colour, size }: Pick<Variant, 'colour' | 'size'>): string {
  return [colour, size].filter(Boolean).join(' · ')
}

/** Whether a kind is in the shop; the shelf also knows those that no longer are, for what comes back of them. */
export function isOffered(
  { variants }: { variants: readonly Pick<Variant, 'variantId'>[] },
  variantId: string,
): boolean {
  return variants.some(one => one.variantId === variantId)
}

export interface SaleWindow {
  opensAt: Instant
  /** Null: until it is sold out. */
  closesAt: Instant | null
}

export type SaleState = 'always' | 'before' | 'open' | 'over'

/** The opening is included, the end is not. */
export function saleStateAt(sale: SaleWindow | null, at: Instant): SaleState {
  if (sale === null) return 'always'
  if (at < sale.opensAt) return 'before'
  return sale.closesAt !== null && at >= sale.closesAt ? 'over' : 'open'
}

/** So long before an opening whoever asked for it is called. */
export const CALLED_BEFORE_MINUTES = 10

/** When those who want to be called for an opening are; at once where the sale has become none. */
export function callAtOf(sale: SaleWindow | null, now: Instant): Instant {
  return sale === null ? now : sale.opensAt - CALLED_BEFORE_MINUTES * MINUTE_MS
}

export const productTags = ['new', 'limited', 'level'] as const
export type ProductTag = (typeof productTags)[number]

/** So long a thing is new. */
export const NEW_DAYS = 14

interface Tagged {
  shelvedAt: Instant
  sale: SaleWindow | null
  experienceMin: number | null
}

/** Tags follow from what a thing is, so that none can be wrong: new for two weeks, limited in time, from a level on. */
export function tagsOf({ shelvedAt, sale, experienceMin }: Tagged, at: Instant): ProductTag[] {
  const carried: Record<ProductTag, boolean> = {
    new: at - shelvedAt < NEW_DAYS * DAY_MS,
    limited: sale !== null,
    level: experienceMin !== null,
  }
  return productTags.filter(tag => carried[tag])
}

export const limitPeriods = ['day', 'week', 'month'] as const
export type LimitPeriod = (typeof limitPeriods)[number]

export interface PeriodLimit {
  period: LimitPeriod
  most: number
}

/** What a period is called in the books: its first day or its month in UTC+8, "w20261123". Weeks begin on Monday. */
export function periodKey(period: LimitPeriod, at: Instant): string {
  const names: Record<LimitPeriod, string> = {
    day: dayOf(at),
    week: dayOf(at - (weekdayOf(at) - 1) * DAY_MS),
    month: monthOf(at),
  }
  return `${period.charAt(0)}${names[period].replaceAll('-', '')}`
}

/** The first day of the period after the one of `at`, in UTC+8. */
export function nextPeriodOn(period: LimitPeriod, at: Instant): Day {
  if (period === 'day') return dayOf(at + DAY_MS)
  if (period === 'week') return dayOf(at + (WEEK_DAYS + 1 - weekdayOf(at)) * DAY_MS)
  const [year = 0, month = 0] = monthOf(at).split('-').map(Number)
  return month === MONTHS ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

const WEEK_DAYS = 7
const MONTHS = 12

/** Whether a period, by its name in the books, was over a day before: late enough for whatever was under way at its end. */
export function isLongOver(key: string, at: Instant): boolean {
  const period = limitPeriods.find(one => one.charAt(0) === key.charAt(0))
  return period !== undefined && key < periodKey(period, at - DAY_MS)
}

/** By what a shelf is sorted: unique, so that a page ends where the next one begins. */
export function sortKeys(product: { _id: string; price: number; shelvedAt: Instant }): {
  byPrice: string
  byNewest: string
} {
  return {
    byPrice: sortKey(product.price, product._id),
    byNewest: sortKey(product.shelvedAt, product._id),
  }
}

export const shelfSorts = ['usual', 'newest', 'cheap', 'dear'] as const
export type ShelfSort = (typeof shelfSorts)[number]
