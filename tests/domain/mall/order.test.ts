import { Refusal } from '@domain/kernel/errors'
import { nextOrderState, orderActionsFor } from '@domain/mall/order'
import { orderNumber } from '@domain/mall/orderNumber'
import { assertMayTake } from '@domain/mall/stock'

describe('the table of orders', () => {
  it('ships to homes and hands over at desks', () => {
    expect(nextOrderState('placed', 'ship', 'home')).toBe('shipped')
    expect(nextOrderState('placed', 'ship', 'desk')).toBeNull()
    expect(nextOrderState('placed', 'handOver', 'desk')).toBe('received')
    expect(nextOrderState('placed', 'handOver', 'home')).toBeNull()
  })

  it('cancels only what has not left', () => {
    expect(orderActionsFor('placed', 'home', 'buyer')).toEqual(['cancel'])
    expect(orderActionsFor('shipped', 'home', 'buyer')).toEqual(['confirm'])
    expect(orderActionsFor('received', 'home', 'buyer')).toEqual([])
    expect(orderActionsFor('cancelled', 'desk', 'keeper')).toEqual([])
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
  const product = { stock: 3, on: true, limitPerPerson: 2, takenBy: { VC000001: 1 } }
  const taking = (quantity: number, change: object = {}) => {
    try {
      assertMayTake({ product: { ...product, ...change }, employeeId: 'VC000001', quantity })
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
})
