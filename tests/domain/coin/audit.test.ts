import { audit } from '@domain/coin/audit'
import fc from 'fast-check'
import { Bookkeeper, movables } from '../../support/movements'
import { ANNA, accountOf, breakages, soundBooks } from './brokenBooks'

describe('the auditor', () => {
  test('finds nothing in sound books and says what they hold', () => {
    expect(audit(soundBooks())).toEqual({
      findings: [],
      entries: 9,
      accounts: 3,
      totals: {
        'mint:forum.post': -5,
        'mint:forum.comment': -2,
        'mint:forum.liked': -5,
        employee: 12,
        mall: 0,
      },
      sum: 0,
    })
  })

  test.each(breakages)('names %s: %s', (code, _what, breakBooks) => {
    const books = soundBooks()
    breakBooks(books)
    expect(audit(books).findings).toContainEqual(expect.objectContaining({ code }))
  })

  test('reports one difference an account, with what it should be', () => {
    const books = soundBooks()
    accountOf(books, ANNA).balance = 107
    expect(audit(books).findings).toEqual([
      { code: 'BALANCE_DIFFERS', employeeId: ANNA, entryId: null, expected: 7, actual: 107 },
    ])
  })

  test('judges in whatever order the entries come', () => {
    fc.assert(
      fc.property(movables, fc.infiniteStream(fc.nat()), (sequence, order) => {
        const keeper = new Bookkeeper()
        for (const movable of sequence) keeper.book(movable)
        const rank = new Map(keeper.entries.map(entry => [entry, order.next().value as number]))
        const entries = [...keeper.entries].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
        expect(audit({ entries, accounts: [...keeper.accounts.values()] }).findings).toEqual([])
      }),
    )
  })
})
