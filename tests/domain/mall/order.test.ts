import { Refusal } from '@domain/kernel/errors'
import {
  deliveryKinds,
  nextOrderState,
  orderActions,
  orderActionsFor,
  orderStates,
  orderTable,
} from '@domain/mall/order'
import { orderNumber } from '@domain/mall/orderNumber'
import { assertMayTake } from '@domain/mall/stock'

/** Every step that there is: from where, delivered how, whose, which, to where. Whatever isn't here is refused. */
const steps = [
  ...['desk', 'home', 'code'].map(delivery => `none ${delivery} buyer place placed`),
  'placed home keeper ship shipped',
  'placed desk keeper handOver received',
  'placed code house deliver received',
  'placed home buyer toDesk placed',
  'placed desk buyer toHome placed',
  'shipped home keeper correct shipped',
  'shipped home buyer confirm received',
  'shipped home house arrive received',
  ...['desk', 'home'].flatMap(delivery => [
    `placed ${delivery} buyer cancel cancelled`,
    `placed ${delivery} keeper callOff cancelled`,
    `placed ${delivery} house part cancelled`,
    `received ${delivery} buyer askReturn returnAsked`,
    `received ${delivery} house split received`,
    `received ${delivery} house rejoin received`,
    `received ${delivery} buyer askExchange exchangeAsked`,
    `returnAsked ${delivery} buyer withdraw received`,
    `returnAsked ${delivery} keeper accept returning`,
    `returnAsked ${delivery} keeper refuse received`,
    `returning ${delivery} buyer withdraw received`,
    `returning ${delivery} keeper takeBack returned`,
    `returning ${delivery} keeper lapse received`,
    `exchangeAsked ${delivery} buyer withdraw received`,
    `exchangeAsked ${delivery} keeper accept exchanging`,
    `exchangeAsked ${delivery} keeper refuse received`,
    `exchanging ${delivery} buyer withdraw received`,
    `exchanging ${delivery} keeper exchange placed`,
    `exchanging ${delivery} keeper lapse received`,
    `exchanging ${delivery} keeper takeBack returned`,
  ]),
]

describe('the table of orders', () => {
  it('has these steps and no other', () => {
    const all = [null, ...orderStates].flatMap(state =>
      deliveryKinds.flatMap(delivery =>
        orderActions.flatMap(action => {
          const next = nextOrderState(state, action, delivery)
          return next ? [`${state ?? 'none'} ${delivery} ${orderTable[action].by} ${action} ${next}`] : []
        }),
      ),
    )
    expect(all.sort()).toEqual([...steps].sort())
  })

  it('offers each actor their own steps, in its order', () => {
    const offered = (['buyer', 'keeper', 'house'] as const).flatMap(actor =>
      orderStates.flatMap(state =>
        deliveryKinds.flatMap(delivery =>
          orderActionsFor(state, delivery, actor).map(
            action => `${state} ${delivery} ${actor} ${action} ${nextOrderState(state, action, delivery)}`,
          ),
        ),
      ),
    )
    expect(offered.sort()).toEqual(steps.filter(step => !step.startsWith('none')).sort())
    expect(orderActionsFor('received', 'home', 'buyer')).toEqual(['askReturn', 'askExchange'])
  })

  it('leads on from everywhere but from its ends', () => {
    const ends = orderStates.filter(state => !steps.some(step => step.startsWith(`${state} `)))
    expect(ends).toEqual(['cancelled', 'returned'])
  })
})

describe('the number of an order', () => {
  it('tells month and day in UTC+8, and five digits of the id', () => {
    const at = Date.parse('2026-11-24T00:30:00+08:00')
    expect(orderNumber('01KARC5T00000000000000000D', at)).toMatch(/^M2611 24\d\d \d{3}$/)
    expect(orderNumber('00000000000000000000000001', at)).toBe('M2611 2400 001')
    expect(orderNumber('00000000000000000000000D2J', at)).toBe('M2611 2413 394')
  })

  it('is always the same for one order', () => {
    const at = Date.parse('2026-11-24T12:00:00+08:00')
    expect(orderNumber('01KARC5T0000000000000000ZZ', at)).toBe(orderNumber('01KARC5T0000000000000000ZZ', at))
  })
})

describe('taking pieces', () => {
  const product = {
    variants: [
      { variantId: 'one', colour: '藏青', size: null },
      { variantId: 'other', colour: '沙色', size: null },
    ],
    stockOf: { one: 3, other: 0, dropped: 1 },
    on: true,
    sale: null,
    limitPerPerson: 2,
    limitPerPeriod: null,
    experienceMin: null,
    takenBy: { VC000001: 1 },
    takenIn: {},
  }
  const at = Date.parse('2026-11-24T07:30:00+08:00')
  const taking = (quantity: number, change: object = {}, variantId = 'one') => {
    const wish = { employeeId: 'VC000001', variantId, quantity, at, experience: 100 }
    try {
      assertMayTake({ product: { ...product, ...change }, ...wish })
      return 'taken'
    } catch (error) {
      return error instanceof Refusal ? error.code : 'other'
    }
  }

  it('stops exactly at the limit and at the last piece', () => {
    expect(taking(1)).toBe('taken')
    expect(taking(2)).toBe('MALL_OVER_LIMIT')
    expect(taking(3, { limitPerPerson: null })).toBe('taken')
    expect(taking(4, { limitPerPerson: null })).toBe('MALL_OUT_OF_STOCK')
    expect(taking(1, { on: false })).toBe('MALL_PRODUCT_OFF')
  })

  it('gives nothing of a kind that is not offered, whatever came back of it', () => {
    expect(taking(1, {}, 'other')).toBe('MALL_OUT_OF_STOCK')
    expect(taking(1, {}, 'dropped')).toBe('MALL_VARIANT_MISSING')
    expect(taking(1, {}, 'constructor')).toBe('MALL_VARIANT_MISSING')
  })
})
