import type { OutputOf } from '@domain/kernel/contract'
import { grouped } from '@domain/kernel/grouped'
import { ARRIVAL_DAYS, arrivesAt } from '@domain/mall/arrival'
import type { mall } from '@domain/mall/contract'
import { deskOpensAt } from '@domain/mall/deskHours'
import type { OrderAction } from '@domain/mall/order'
import { sayClock, sayWhen } from '@/ui/clock/moment'
import type { TimelineStep } from '@/ui/timeline/Timeline'
import { sayDayOf } from './saleWords'

export type Order = OutputOf<typeof mall.openOrder>['order']

/** "今天 10:05 前可以退换", "12 月 7 日前可以退换". */
export function sayAskUntil(until: number, now: number): string {
  const when = sayWhen(until, now)
  return `${when}${/\d$/.test(when) ? ' ' : ''}前可以退换`
}

/** "11 月 30 日自动确认": what becomes of a parcel on its way. */
export function sayArrival(order: Pick<Order, 'state' | 'trail'>, now: number): string {
  const at = arrivesAt(order)
  return at === null ? '确认后订单就完成了' : `${sayWhen(at, now)}自动确认`
}

/** "海军蓝 · M · 2 件": which kind of it and how many, under its name. */
export const piecesWords = ({
  variantName,
  quantity,
  unit,
}: Pick<Order, 'variantName' | 'quantity' | 'unit'>) =>
  [variantName, `${quantity} ${unit}`].filter(Boolean).join(' · ')

/** What was ordered in one line, and how many where it is more than one. */
export function orderedWords({
  productName,
  variantName,
  quantity,
  unit,
}: Pick<Order, 'productName' | 'variantName' | 'quantity' | 'unit'>): string {
  const name = variantName ? `${productName} ${variantName}` : productName
  return quantity > 1 ? `${name} × ${quantity} ${unit}` : name
}

/** What a ticket about a parcel that does not come begins with: whose it is stands on it anyway. */
export function askAfter({ number, productName, parcel }: Pick<Order, 'number' | 'productName' | 'parcel'>) {
  const under = parcel ? `，${parcel.carrier} ${parcel.number}` : ''
  return { icon: 'truck', about: number, words: `订单 ${number}「${productName}」还没收到${under}` }
}

/** The state as a title, in the words of somebody who waits for a parcel. */
export function orderTitle({ state, delivery }: Pick<Order, 'state' | 'delivery'>): string {
  switch (state) {
    case 'placed':
      if (delivery.kind === 'code') return '正在取码'
      return delivery.kind === 'desk' ? '在前台等你' : '正在准备寄出'
    case 'shipped':
      return '在路上了'
    case 'received':
      return delivery.kind === 'code' ? '兑换码到了' : '已收到'
    case 'cancelled':
      return '已取消'
    case 'returnAsked':
      return '退货申请中'
    case 'returning':
      return '请把东西交回来'
    case 'returned':
      return '已退货'
    case 'exchangeAsked':
      return '换货申请中'
    case 'exchanging':
      return '请把旧的交回来'
  }
}

/** What waits at a desk can be had now, or from when somebody is there again; undefined: its hours can't be read. */
export function sayPickup(
  { hours, daysOff }: { hours: string; daysOff: readonly string[] },
  now: number,
): string | undefined {
  const opensAt = deskOpensAt(hours, now, daysOff)
  if (opensAt === undefined) return undefined
  if (opensAt === now) return '到前台就能拿'
  return `${sayDayOf(opensAt, now) || '今天'} ${sayClock(opensAt)} 起可以拿`
}

/** A number or code in fours from its end, as people read it out: "SF1 4427 0918 6530". */
export const inFours = (number: string): string => number.replace(/(.)(?=(?:.{4})+$)/g, '$1 ')

/** Where a parcel on its way was last, and what was said of it there. */
export const lastNodeOf = ({ state, nodes }: Pick<Order, 'state' | 'nodes'>) =>
  state === 'shipped' ? nodes.at(-1) : undefined

export const orderTones: Record<Order['state'], 'neutral' | 'accent' | 'ok'> = {
  placed: 'accent',
  shipped: 'accent',
  received: 'ok',
  cancelled: 'neutral',
  returnAsked: 'accent',
  returning: 'accent',
  returned: 'neutral',
  exchangeAsked: 'accent',
  exchanging: 'accent',
}

const doneNames: Record<OrderAction, string> = {
  place: '兑换成功',
  ship: '已寄出',
  correct: '运单号改了',
  handOver: '在前台交到手里',
  confirm: '确认收到',
  arrive: `寄出满 ${ARRIVAL_DAYS} 天，算作收到`,
  cancel: '取消，沃币已退回',
  callOff: '给不了，沃币已退回',
  part: '离职，订单取消',
  deliver: '兑换码已送到',
  askReturn: '申请退货',
  askExchange: '申请换货',
  withdraw: '撤回申请',
  accept: '同意，等东西交回',
  refuse: '没有同意',
  takeBack: '东西收到，沃币已退回',
  exchange: '旧的收到，换上新的',
  lapse: '没有等到东西交回',
  split: '分出一部分去退换',
  rejoin: '撤回申请，合回这个订单',
  toDesk: '改送公司前台',
  toHome: '改寄到家',
}

export interface RouteStop {
  key: string
  name: string
  state: 'done' | 'now' | 'later'
}

/** So many places between the two ends fit beside each other. */
const placesMost = 2

/** Where the parcel began, where it has been last, and that it comes to me. */
export function routeOf({ nodes, state }: Pick<Order, 'nodes' | 'state'>): RouteStop[] {
  const arrived = state !== 'shipped'
  const been = nodes.map(({ place }) => place).filter((place, index, all) => place !== all[index - 1])
  const places = ['寄出', ...been.slice(-placesMost)]
  const stops = places.map((name, index): RouteStop => {
    const isLast = index === places.length - 1
    return { key: `${index}-${name}`, name, state: isLast && !arrived ? 'now' : 'done' }
  })
  return [...stops, { key: 'mine', name: arrived ? '收到了' : '到你手里', state: arrived ? 'now' : 'later' }]
}

/** What was redeemed stays said as it was; beside it stands what became of the pieces that are not here. */
function sayPlaced({ apart, paid, quantity, unit }: Order): { title: string; meta: string } {
  const title = `${doneNames.place}，用掉 ${grouped(apart?.first.paid ?? paid)} 沃币`
  if (!apart) return { title, meta: '' }
  const meta = apart.from
    ? `这里是其中 ${quantity} ${unit}，${grouped(paid)} 沃币`
    : `其中 ${apart.first.quantity - quantity} ${unit}分出去退换`
  return { title, meta }
}

/** Of a parcel its carrier and number, in fours as on its card: "顺丰速运 SF1 4427 0918 6530". */
function sayNote(action: OrderAction, note: string | null): string {
  if (note === null || (action !== 'ship' && action !== 'correct')) return note ?? ''
  return note.replace(/[0-9A-Z]+$/, inFours)
}

/** Newest first, with what comes next on top while something is to come. */
export function orderSteps(order: Order, now: number): TimelineStep[] {
  const been = order.nodes.map(({ at, place, words }): TimelineStep & { at: number } => ({
    key: `${at}-${place}`,
    title: place,
    meta: words,
    when: sayWhen(at, now),
    state: 'done',
    at,
  }))
  const done = order.trail.map(({ action, at, by, note }, index): TimelineStep & { at: number } => {
    const told = { title: doneNames[action], meta: [by, sayNote(action, note)].filter(Boolean).join(' · ') }
    const { title, meta } = action === 'place' ? sayPlaced(order) : told
    return {
      key: `${index}-${action}`,
      title,
      ...(meta ? { meta } : {}),
      when: sayWhen(at, now),
      state: 'done',
      at,
    }
  })
  const past = [...done, ...been].sort((one, other) => one.at - other.at)
  const next = nextStep(order)
  return [...(next ? [next] : []), ...past.reverse()]
}

function nextStep({ state, delivery }: Order): TimelineStep | undefined {
  if (state === 'shipped') {
    return { key: 'next', title: '等你收到', meta: '收到后点一下「确认收到」', when: '现在', state: 'now' }
  }
  if (state === 'returnAsked' || state === 'exchangeAsked')
    return { key: 'next', title: '等管理员答复', meta: '答复前可以撤回', when: '现在', state: 'now' }
  if (state === 'returning' || state === 'exchanging')
    return {
      key: 'next',
      title: '把东西交回前台',
      meta: '收到后马上办，想留下也可以撤回',
      when: '现在',
      state: 'now',
    }
  if (state !== 'placed') return undefined
  if (delivery.kind === 'code') return { key: 'next', title: '兑换码马上就到', when: '现在', state: 'now' }
  return delivery.kind === 'desk'
    ? { key: 'next', title: '在前台为你留着', meta: '出示取货码就能拿', when: '现在', state: 'now' }
    : { key: 'next', title: '等管理员寄出', meta: '寄出前可以取消', when: '现在', state: 'now' }
}
