import { auditStock } from '@domain/mall/stockAudit'

const product = { delivered: 5, stock: 5, reservations: [], restocked: [], takenBy: {} }
const hold = { receiptId: 'r', orderId: 'o', employeeId: 'VC000001', quantity: 2, expiresAt: 1 }
const order = { _id: 'o', employeeId: 'VC000001', quantity: 2, restock: 'none' as const }
const taken = { stock: 3, takenBy: { VC000001: 2 } }

describe('auditing pieces', () => {
  it.each([
    ['nobody took any', product, []],
    ['they are held', { ...product, ...taken, reservations: [hold] }, []],
    [
      'they are held and ordered, which is one thing',
      { ...product, ...taken, reservations: [hold] },
      [order],
    ],
    ['they are ordered', { ...product, ...taken }, [order]],
    ['they are to be put back', { ...product, ...taken }, [{ ...order, restock: 'due' as const }]],
    [
      'they are back and the order does not know yet',
      { ...product, takenBy: { VC000001: 0 }, restocked: [{ orderId: 'o', forgetAt: 1 }] },
      [{ ...order, restock: 'due' as const }],
    ],
    ['they are back', { ...product, takenBy: { VC000001: 0 } }, [{ ...order, restock: 'done' as const }]],
  ])('finds nothing when %s', (_case, stocked, orders) => {
    expect(auditStock(stocked, orders)).toEqual([])
  })

  it('finds a piece that is lost, and one that is sold twice', () => {
    expect(auditStock({ ...product, stock: 4 }, [])).toEqual([{ of: 'pieces', expected: 5, found: 4 }])
    expect(auditStock({ ...product, takenBy: { VC000001: 2 } }, [order])).toEqual([
      { of: 'pieces', expected: 5, found: 7 },
    ])
  })

  it('finds a person whose count is off', () => {
    expect(auditStock({ ...product, stock: 3 }, [order])).toEqual([{ of: 'VC000001', expected: 2, found: 0 }])
  })
})
