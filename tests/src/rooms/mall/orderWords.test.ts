import {
  inFours,
  lastNodeOf,
  type Order,
  orderedWords,
  orderSteps,
  orderTitle,
  piecesWords,
  routeOf,
  sayArrival,
  sayAskUntil,
  sayPickup,
} from '@/rooms/mall/orderWords'

const placedAt = Date.UTC(2026, 10, 20, 1, 0)
const now = placedAt + 3_600_000

const order = (over: Partial<Order>): Order => ({
  orderId: 'order-1',
  number: 'M2611 2400 418',
  productId: 'blanket',
  productName: '羊毛披毯・雾蓝',
  coverFileId: 'cloud://demo/blanket.png',
  coverGround: '#ece8e1',
  unit: '条',
  variantId: 'one',
  variantName: '',
  nodes: [],
  afterSale: null,
  quantity: 1,
  paid: 880,
  apart: null,
  state: 'placed',
  delivery: { kind: 'home', place: '上海市嘉定区', recipient: '林晓川', phoneMasked: '138****0426' },
  edition: 0,
  parcel: null,
  trail: [{ action: 'place', at: placedAt, by: '林晓川', note: null }],
  placedAt,
  actions: ['cancel'],
  ...over,
})

const desk = { kind: 'desk', place: '上海 A 楼前台', recipient: '林晓川', phoneMasked: null } as const

test('the title says what to do or expect, by the way it comes', () => {
  expect(orderTitle(order({}))).toBe('正在准备寄出')
  expect(orderTitle(order({ delivery: desk }))).toBe('在前台等你')
  expect(orderTitle(order({ state: 'shipped' }))).toBe('在路上了')
  const code = { ...desk, kind: 'code' as const }
  expect(orderTitle(order({ state: 'received', delivery: code }))).toBe('兑换码到了')
  expect(orderTitle(order({ state: 'cancelled' }))).toBe('已取消')
})

test('what waits at a desk is promised when somebody is there', () => {
  const desk = { hours: '工作日 9:00–18:00', daysOff: ['2026-11-21', '2026-11-22'] }
  const at = (words: string) => sayPickup(desk, Date.parse(`2026-11-${words}:00+08:00`))
  expect(at('19T07:36')).toBe('今天 9:00 起可以拿')
  expect(at('19T10:00')).toBe('到前台就能拿')
  expect(at('19T18:30')).toBe('明天 9:00 起可以拿')
  expect(at('20T18:30')).toBe('11 月 23 日 9:00 起可以拿')
  expect(sayPickup({ ...desk, hours: '问一下门卫' }, now)).toBeUndefined()
})

test('a parcel’s number is read in fours, and its last place is that of the way only', () => {
  expect(inFours('SF1442709186530')).toBe('SF1 4427 0918 6530')
  const nodes = [
    { at: 0, place: '成都', words: '寄出' },
    { at: 1, place: '武汉', words: '到达' },
  ]
  expect(lastNodeOf({ state: 'shipped', nodes })?.place).toBe('武汉')
  expect(lastNodeOf({ state: 'received', nodes })).toBeUndefined()
})

test('coins are grouped as everywhere else', () => {
  expect(orderSteps(order({ paid: 1200 }), now).at(-1)?.title).toBe('兑换成功，用掉 1,200 沃币')
})

test('the trail is newest first, under what comes next', () => {
  const shipped = order({
    state: 'shipped',
    trail: [
      { action: 'place', at: placedAt, by: '林晓川', note: null },
      { action: 'ship', at: placedAt + 60_000, by: '王砚秋', note: '顺丰速运 SF1442709186530' },
    ],
  })
  const steps = orderSteps(shipped, now)
  expect(steps.map(({ state }) => state)).toEqual(['now', 'done', 'done'])
  expect(steps[1]).toMatchObject({
    title: '已寄出',
    meta: '王砚秋 · 顺丰速运 SF1 4427 0918 6530',
    when: '今天 9:01',
  })
  expect(steps[2]?.title).toContain('880')
})

test('where it was sent instead has a line of its own, with the desk but never with an address', () => {
  const trail = [
    ...order({}).trail,
    { action: 'toDesk' as const, at: placedAt + 60_000, by: '林晓川', note: '上海 A 楼前台' },
    { action: 'toHome' as const, at: placedAt + 120_000, by: '林晓川', note: null },
  ]
  const [, home, atDesk] = orderSteps(order({ trail }), now)
  expect(home).toMatchObject({ title: '改寄到家', meta: '林晓川' })
  expect(atDesk).toMatchObject({ title: '改送公司前台', meta: '林晓川 · 上海 A 楼前台' })
})

test('nothing comes after an order that is over', () => {
  expect(orderSteps(order({ state: 'received' }), now).every(({ state }) => state === 'done')).toBe(true)
  expect(orderSteps(order({ state: 'cancelled' }), now).every(({ state }) => state === 'done')).toBe(true)
})

test('a desk order waits at the desk, not for a courier', () => {
  expect(orderSteps(order({ delivery: desk }), now)[0]?.title).toContain('前台')
})

test('a parcel shows where it began, the last places it was at, and that it comes', () => {
  const node = (place: string) => ({ at: 0, place, words: '' })
  const nodes = [node('成都'), node('武汉'), node('武汉'), node('嘉定')]
  const said = (order: Parameters<typeof routeOf>[0]) =>
    routeOf(order).map(({ name, state }) => `${name} ${state}`)
  expect(said({ nodes: [], state: 'shipped' })).toEqual(['寄出 now', '到你手里 later'])
  expect(said({ nodes, state: 'shipped' })).toEqual(['寄出 done', '武汉 done', '嘉定 now', '到你手里 later'])
  expect(said({ nodes, state: 'received' })).toEqual(['寄出 done', '武汉 done', '嘉定 done', '收到了 now'])
})

test('what was paid at first stays said, with what was set apart of it', () => {
  const first = { quantity: 2, paid: 320 }
  const half = { quantity: 1, paid: 160, unit: '只', state: 'received' } as const
  const begun = (apart: Order['apart']) => orderSteps(order({ ...half, apart }), now).at(-1)
  const title = '兑换成功，用掉 320 沃币'
  const parts = [{ orderId: 'order-1.1', number: 'M2611 2400 418-1' }]
  expect(begun({ first, from: null, parts })).toMatchObject({ title, meta: '其中 1 只分出去退换' })
  const from = { orderId: 'order-1', number: 'M2611 2400 418' }
  expect(begun({ first, from, parts: [] })).toMatchObject({ title, meta: '这里是其中 1 只，160 沃币' })
})

test('pieces that came back to their order are told there, with the name that they had apart', () => {
  const note = '1 只，订单 M2611 2400 418-1'
  const steps = (['split', 'rejoin'] as const).map(action => ({ action, at: now, by: '', note }))
  const trail = [...order({}).trail, ...steps]
  const [last, before] = orderSteps(order({ state: 'received', trail }), now)
  expect(before).toMatchObject({ title: '分出一部分去退换', meta: note })
  expect(last).toMatchObject({ title: '撤回申请，合回这个订单', meta: note })
})

test('a time of day keeps its distance from the word after it, a day has none', () => {
  expect(sayAskUntil(now + 60_000, now)).toBe('今天 10:01 前可以退换')
  expect(sayAskUntil(now + 7 * 86_400_000, now)).toBe('11 月 27 日前可以退换')
})

test('a parcel on its way says when it counts as received, ten days after it was sent', () => {
  const trail = [{ action: 'ship' as const, at: now, by: '罗', note: null }]
  expect(sayArrival(order({ state: 'shipped', trail }), now)).toBe('11 月 30 日自动确认')
})

test('what was ordered says its variant, and how many where it is more than one', () => {
  const pot = { productName: '保温壶', variantName: '黑色', quantity: 1, unit: '只' }
  expect(orderedWords(pot)).toBe('保温壶 黑色')
  expect(orderedWords({ ...pot, variantName: '', quantity: 2 })).toBe('保温壶 × 2 只')
  expect(piecesWords(pot)).toBe('黑色 · 1 只')
  expect(piecesWords({ ...pot, variantName: '', quantity: 2 })).toBe('2 只')
})
