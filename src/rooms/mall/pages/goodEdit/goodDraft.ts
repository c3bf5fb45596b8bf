import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { dayOf, type Instant, inChina, instantAt } from '@domain/kernel/time'
import type { ProductCategory } from '@domain/mall/categories'
import type { mall } from '@domain/mall/contract'
import { type LimitPeriod, saleStateAt } from '@domain/mall/goods'
import type { DeliveryKind } from '@domain/mall/order'
import { type Kinds, kindsOf, kindsProblem, oneKind, variantsOf } from './kinds'

type Save = InputOf<typeof mall.saveGood>
type GoodInput = Save['good']
export type KeptGood = OutputOf<typeof mall.openGood>['good']

/** What is filled in so far; numbers, days and times as they are typed or picked, in UTC+8. */
export interface GoodDraft extends Kinds {
  name: string
  summary: string
  category: ProductCategory | ''
  pictures: readonly string[]
  coverGround: string
  price: string
  unit: string
  deliveries: readonly DeliveryKind[]
  on: boolean
  perPerson: string
  period: LimitPeriod | ''
  perPeriod: string
  timed: boolean
  opensOn: string
  opensTime: string
  closesOn: string
  closesTime: string
  /** Null: from the first day. */
  experienceMin: number | null
  featured: string
}

/** Grounds that pictures of goods stand on, all light: the price and the mark over them stay ink. */
export const grounds = [
  { colour: '#ece8e1', name: '燕麦' },
  { colour: '#e9ecee', name: '雾' },
  { colour: '#e8ebe8', name: '苔' },
  { colour: '#e6e0d9', name: '陶' },
  { colour: '#f0ebe0', name: '麦' },
  { colour: '#eaeaf0', name: '暮' },
  { colour: '#e8ebef', name: '湖' },
] as const

export const emptyGood: GoodDraft = {
  ...oneKind,
  name: '',
  summary: '',
  category: '',
  pictures: [],
  coverGround: grounds[0].colour,
  price: '',
  unit: '件',
  deliveries: ['desk', 'home'],
  on: true,
  perPerson: '',
  period: '',
  perPeriod: '',
  timed: false,
  opensOn: '',
  opensTime: '',
  closesOn: '',
  closesTime: '',
  experienceMin: null,
  featured: '',
}

const typedOf = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)
const clockOf = (at: Instant) => inChina(at).format('HH:mm')

/** The form of a good as it stands. */
export function draftOf(good: KeptGood, newId: () => string): GoodDraft {
  const { name, summary, category, pictures, coverGround, price, unit, deliveries, on, sale } = good
  const { limitPerPerson, limitPerPeriod, experienceMin, featured } = good
  return {
    ...emptyGood,
    ...kindsOf(good.variants, newId),
    ...{ name, summary, category, pictures, coverGround, unit, deliveries, on, experienceMin },
    price: String(price),
    perPerson: typedOf(limitPerPerson),
    period: limitPerPeriod?.period ?? '',
    perPeriod: typedOf(limitPerPeriod?.most),
    timed: sale !== null,
    opensOn: sale ? dayOf(sale.opensAt) : '',
    opensTime: sale ? clockOf(sale.opensAt) : '',
    closesOn: sale?.closesAt ? dayOf(sale.closesAt) : '',
    closesTime: sale?.closesAt ? clockOf(sale.closesAt) : '',
    featured: featured ?? '',
  }
}

/** The same thing once more, as a new good: nothing on its shelf, and not for sale before somebody looks at it. */
export function copyOf(good: KeptGood, newId: () => string, now: Instant): GoodDraft {
  const sale = saleStateAt(good.sale, now) === 'over' ? null : good.sale
  const draft = draftOf({ ...good, sale }, newId)
  const kinds = draft.kinds.map(kind => ({ ...kind, variantId: newId() }))
  return { ...draft, kinds, on: false, name: `${draft.name} 2`, featured: '' }
}

const isWhole = (typed: string, most: number) =>
  /^\d{1,7}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most
const isNoneOrWhole = (typed: string) => typed.trim() === '' || isWhole(typed, 999)
const lengthOf = (typed: string) => [...typed.trim()].length
const PRICE_MAX = 1_000_000
const UNIT_MAX = 4

function saleProblem({ timed, opensOn, opensTime, closesOn, closesTime }: GoodDraft): string | undefined {
  if (!timed) return undefined
  const opensAt = instantAt(opensOn, opensTime)
  const closesAt = instantAt(closesOn, closesTime)
  if (opensAt === null) return '限时兑换还没选几点开始'
  if (closesAt === null && (closesOn !== '' || closesTime !== '')) return '结束的日期和时间要一起选，或都不选'
  return closesAt !== null && closesAt <= opensAt ? '结束要晚于开始' : undefined
}

/** The first thing that keeps the good from being saved, as the keeper should read it; undefined: nothing. */
export function goodProblem(draft: GoodDraft): string | undefined {
  const { deliveries, featured } = draft
  const checks: [boolean, string][] = [
    [draft.pictures.length === 0, '至少放一张图，第一张是封面'],
    [lengthOf(draft.name) < 2, '给商品起个名字，两个字以上'],
    [lengthOf(draft.name) > limits.titleMax, `名字最多 ${limits.titleMax} 个字`],
    [lengthOf(draft.summary) < 2, '写一句介绍，两个字以上'],
    [draft.category === '', '还没选分类'],
    [!isWhole(draft.price, PRICE_MAX), '沃币写一个整数，1 到 1,000,000'],
    [lengthOf(draft.unit) < 1 || lengthOf(draft.unit) > UNIT_MAX, '单位写一两个字：件、只、条'],
    [deliveries.length === 0, '至少选一种拿法'],
    [!isNoneOrWhole(draft.perPerson), '每人限几件写整数，不限就空着'],
    [draft.period !== '' && !isWhole(draft.perPeriod, 999), '每期限几件写整数'],
    [lengthOf(featured) === 1, '横幅文字两个字以上，不上就空着'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1] ?? kindsProblem(draft) ?? saleProblem(draft)
}

const wholeOf = (typed: string) => (typed.trim() === '' ? null : Number(typed))

function saleOf({ timed, opensOn, opensTime, closesOn, closesTime }: GoodDraft): GoodInput['sale'] {
  const opensAt = timed ? instantAt(opensOn, opensTime) : null
  return opensAt === null ? null : { opensAt, closesAt: instantAt(closesOn, closesTime) }
}

/** What the command takes. Only for a draft without a problem. */
export function toGood(draft: GoodDraft): GoodInput {
  const { category, pictures, coverGround, deliveries, on, period, experienceMin } = draft
  return {
    ...{ coverGround, on, experienceMin },
    name: draft.name.trim(),
    summary: draft.summary.trim(),
    category: category || 'home',
    pictures: [...pictures],
    price: Number(draft.price),
    unit: draft.unit.trim(),
    deliveries: [...deliveries],
    variants: variantsOf(draft, pictures),
    limitPerPerson: wholeOf(draft.perPerson),
    limitPerPeriod: period === '' ? null : { period, most: Number(draft.perPeriod) },
    sale: saleOf(draft),
    featured: draft.featured.trim() || null,
  }
}

/** Of a new good: the pieces that lie there. Codes are uploaded afterwards, each for a piece. */
export function firstStockOf({ kinds, deliveries }: GoodDraft): Record<string, number> {
  if (deliveries.includes('code')) return {}
  const counted = kinds.filter(({ offered, stock }) => offered && Number(stock) > 0)
  return Object.fromEntries(counted.map(({ variantId, stock }) => [variantId, Number(stock)]))
}
