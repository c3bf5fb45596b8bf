import { sortKey } from '../kernel/paging'
import { DAY_MS, type Instant } from '../kernel/time'
import type { OrderAction, OrderState } from './order'

export const afterSaleKinds = ['return', 'exchange'] as const
export type AfterSaleKind = (typeof afterSaleKinds)[number]

/** Each way back has reasons of its own: shared ones would tell nobody anything. */
export const afterSaleReasons = {
  return: { unwanted: '不合适，不想要了', differs: '和描述不一样', broken: '收到时已损坏', late: '等得太久' },
  exchange: { size: '尺码不合适', colour: '想换颜色', broken: '收到时已损坏', wrong: '发错了' },
} as const satisfies Record<AfterSaleKind, Record<string, string>>

/** What kinds of a good may differ in, and what is a reason only where they do. */
export const kindTraits = ['size', 'colour'] as const
export type KindTrait = (typeof kindTraits)[number]

interface Kind {
  variantId: string
  size: string | null
  colour: string | null
}

/** In what some other kind of a good differs from the one that somebody has, which may have left the shop. */
export function traitsToChange(kinds: readonly Kind[], variantId: string): KindTrait[] {
  const own = kinds.find(kind => kind.variantId === variantId)
  return kindTraits.filter(trait =>
    kinds.some(kind => kind.variantId !== variantId && kind[trait] !== null && kind[trait] !== own?.[trait]),
  )
}

/** The reasons that somebody may give: nobody changes the size of what has none. */
export function reasonsFor(
  kind: AfterSaleKind,
  traits: readonly KindTrait[],
): { key: string; name: string }[] {
  const missing: readonly string[] = kindTraits.filter(trait => !traits.includes(trait))
  return Object.entries(afterSaleReasons[kind])
    .filter(([key]) => !missing.includes(key))
    .map(([key, name]) => ({ key, name }))
}

export const askAction: Record<AfterSaleKind, OrderAction> = {
  return: 'askReturn',
  exchange: 'askExchange',
}

/** So long after it came a thing may go back. */
export const AFTER_SALE_DAYS = 7

/** So long a keeper waits for a thing that may go back; and so long it may be asked anew by who withdrew. */
export const RETURN_DAYS = 7

/** In which something is still to be done about what goes back: answer it, or take it. */
const BACK: readonly OrderState[] = ['returnAsked', 'returning', 'exchangeAsked', 'exchanging']

/** Where an order stands among those that go back, the longest waiting first; null: it is none of them. */
export function backKeyOf(orderId: string, state: OrderState, since: Instant): string | null {
  return BACK.includes(state) ? sortKey(since, orderId) : null
}

interface Received {
  state: OrderState
  trail: readonly { action: OrderAction; at: Instant }[]
  swap: object | null
}

/** So many photos may say what words don't. */
export const AFTER_SALE_PHOTOS_MAX = 3

/** By which a thing comes into its buyer's hands, or counts as having come. */
const BROUGHT: readonly OrderAction[] = ['confirm', 'arrive', 'handOver']

/** When it came into the buyer's hands the last time; null: not yet. */
export function receivedAt({ trail }: Pick<Received, 'trail'>): Instant | null {
  return trail.filter(({ action }) => BROUGHT.includes(action)).at(-1)?.at ?? null
}

/**
 * Until when it may be asked back, whatever the way; null: it has not come. Whoever was told that it may go back and
 * withdrew does not lose what was agreed to by that: it holds for as long as the keeper would have waited.
 */
export function mayAskUntil(order: Pick<Received, 'trail'>): Instant | null {
  const since = receivedAt(order)
  if (since === null) return null
  const agreed = order.trail.filter(({ action, at }) => action === 'accept' && at >= since).at(-1)?.at
  return Math.max(since + AFTER_SALE_DAYS * DAY_MS, agreed === undefined ? 0 : agreed + RETURN_DAYS * DAY_MS)
}

/** Whether there is still time to ask for it; an order is exchanged once. */
export function mayAsk(kind: AfterSaleKind, order: Received, at: Instant): boolean {
  const until = mayAskUntil(order)
  if (until === null || at >= until) return false
  return kind === 'return' || order.swap === null
}

/** Whether a thing that was promised back has stayed away for so long that its keeper may stop waiting for it. */
export function mayLapse({ trail }: Pick<Received, 'trail'>, at: Instant): boolean {
  const since = trail.filter(({ action }) => action === 'accept').at(-1)?.at ?? null
  return since !== null && at >= since + RETURN_DAYS * DAY_MS
}

/** Whether a reason belongs to the way back. */
export function isReasonOf(kind: AfterSaleKind, reason: string): boolean {
  return Object.hasOwn(afterSaleReasons[kind], reason)
}

/** In words, as the catalogue has it. */
export function reasonName(kind: AfterSaleKind, reason: string): string {
  return (afterSaleReasons[kind] as Record<string, string>)[reason] ?? reason
}
