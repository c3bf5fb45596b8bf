import { type JournalEntry, shelfChange } from '@domain/mall/journal'
import type { Stocked } from '@domain/mall/stock'
import { auditStock, swapId } from '@domain/mall/stockAudit'

const entry: JournalEntry = {
  _id: 'p.00001',
  productId: 'p',
  variantId: 'one',
  number: 1,
  change: 5,
  before: 0,
  after: 5,
  reason: 'arrived',
  words: '到货',
  by: { employeeId: 'VC000009', name: '罗安' },
  at: 0,
  causeId: 'c',
}
const journal = [entry]
const product: Stocked = {
  delivered: 5,
  stock: 5,
  stockOf: { one: 5, other: 0 },
  reservations: [],
  restocked: [],
  takenBy: {},
  takenIn: {},
  journalled: 1,
  unwritten: [],
}
const bothKinds = [entry, { ...entry, _id: 'p.00002', variantId: 'other', number: 2, change: 4, after: 4 }]
const ofBoth: Stocked = { ...product, delivered: 9, stock: 9, stockOf: { one: 5, other: 4 }, journalled: 2 }
const pieces = { employeeId: 'VC000001', variantId: 'one', quantity: 2, period: null }
const hold = { ...pieces, receiptId: 'r', orderId: 'o', expiresAt: 1 }
const order = { ...pieces, _id: 'o', restock: 'none' as const, swap: null }
const taken = { stock: 3, stockOf: { one: 3, other: 0 }, takenBy: { VC000001: 2 } }
const named = (differences: ReturnType<typeof auditStock>) => differences.map(({ of }) => of)

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
    expect(auditStock(stocked, orders, journal)).toEqual([])
  })

  it('finds a piece that is lost, and one that is sold twice', () => {
    const lost = { ...product, stock: 4, stockOf: { one: 4 } }
    expect(auditStock(lost, [], journal)).toEqual([
      { of: 'pieces', expected: 5, found: 4 },
      { of: 'pieces of one', expected: 5, found: 4 },
    ])
    const twice = auditStock({ ...product, takenBy: { VC000001: 2 } }, [order], journal)
    expect(twice).toContainEqual({ of: 'pieces', expected: 5, found: 7 })
  })

  it('finds a shelf that has sold more than ever lay on it, though the books agree', () => {
    const sold = { ...order, quantity: 7 }
    const shelf = { ...product, stock: -2, stockOf: { one: -2, other: 0 }, takenBy: { VC000001: 7 } }
    expect(auditStock(shelf, [sold], journal)).toEqual([
      { of: 'oversold', expected: 0, found: -2 },
      { of: 'oversold one', expected: 0, found: -2 },
    ])
    const hidden = { ...shelf, stock: 0, stockOf: { one: -2, other: 2 } }
    expect(named(auditStock(hidden, [sold], journal))).toContain('oversold one')
  })

  it('finds a person whose count is off, in all and in a period', () => {
    const shelf = { ...product, stock: 3, stockOf: { one: 3 } }
    expect(auditStock(shelf, [order], journal)).toEqual([{ of: 'VC000001', expected: 2, found: 0 }])
    const counted = { ...product, ...taken, takenIn: { m202611: { VC000001: 1 } } }
    const ofNovember = { ...order, period: 'm202611' }
    expect(auditStock(counted, [ofNovember], journal)).toEqual([
      { of: 'VC000001 in m202611', expected: 2, found: 1 },
    ])
  })

  it('finds pieces that moved from one variant to another', () => {
    const moved = { ...product, stockOf: { one: 3, other: 2 } }
    expect(named(auditStock(moved, [], journal))).toEqual(['pieces of one', 'pieces of other'])
  })

  it('counts an exchange on the way: the new pieces are held, then the old ones are to come back', () => {
    const both = { ...ofBoth, stock: 5, stockOf: { one: 3, other: 2 }, takenBy: { VC000001: 4 } }
    const swapHold = { ...hold, variantId: 'other', orderId: 'swap-1' }
    const held = { ...both, reservations: [swapHold] }
    expect(auditStock(held, [order], bothKinds)).toEqual([])
    const swap = { variantId: 'one', restock: 'due' as const, heldAs: 'swap-1' }
    const swapped = { ...order, variantId: 'other', swap }
    expect(auditStock(held, [swapped], bothKinds)).toEqual([])
    const back = { ...ofBoth, stock: 7, stockOf: { one: 5, other: 2 }, takenBy: { VC000001: 2 } }
    const restocked = [{ orderId: swapId('o'), forgetAt: 1 }]
    expect(auditStock({ ...back, restocked }, [swapped], bothKinds)).toEqual([])
    const monthly = { ...held, takenIn: { m202611: { VC000001: 2 } } }
    expect(auditStock(monthly, [{ ...swapped, period: 'm202611' }], bothKinds)).toEqual([])
  })

  it('counts what a second keeper holds for an exchange that the first has made', () => {
    const swap = { variantId: 'one', restock: 'done' as const, heldAs: 'swap-1' }
    const swapped = { ...order, variantId: 'other', swap }
    const late = { ...hold, receiptId: 's', variantId: 'other', orderId: 'swap-2' }
    const twice = { ...ofBoth, stock: 5, stockOf: { one: 5, other: 0 }, takenBy: { VC000001: 4 } }
    expect(auditStock({ ...twice, reservations: [late] }, [swapped], bothKinds)).toEqual([])
  })

  it.each([
    ['an entry that is missing', [], ['journal', 'journal entries', 'pieces of one']],
    ['an entry that was changed', [{ ...entry, change: 6, after: 6 }], ['journal', 'pieces of one']],
    ['an entry that does not add up', [{ ...entry, after: 4 }], ['journal 1']],
    ['a gap in the numbers', [{ ...entry, number: 2 }], ['journal number']],
    ['an entry of another variant', [{ ...entry, variantId: 'other' }], ['pieces of one', 'pieces of other']],
  ])('names %s', (_case, written, names) => {
    expect(named(auditStock(product, [], written))).toEqual(names)
  })

  it('counts an entry that rides in the product until it is written', () => {
    expect(auditStock({ ...product, unwritten: [entry] }, [], [])).toEqual([])
  })
})

describe('a change of a shelf', () => {
  it.each([
    ['arrived', 5, 9],
    ['codes', 5, 9],
    ['damaged', 3, 1],
    ['withdrawn', 4, 0],
    ['counted', 6, 6],
    ['counted', 4, 4],
  ] as const)('%s with %i pieces leaves %i of four', (reason, pieces, left) => {
    expect(4 + shelfChange(reason, pieces, 4)).toBe(left)
  })
})
