import { namesOfActing } from '@domain/access/lending'
import { audit } from '@domain/coin/audit'
import { maySecond, needsSecond, owedAfter } from '@domain/coin/hand'
import { emptyAccount, type Movement, postGift, postTaking } from '@domain/coin/ledger'
import { deliveredRules, rulesAt } from '@domain/coin/rules'
import { isStartAllowed, LEAD_MS } from '@domain/coin/ruling'
import { MINUTE_MS } from '@domain/kernel/time'
import fc from 'fast-check'

const AT = Date.parse('2026-11-24T12:00:00+08:00')
const nothing = { amount: 0, experience: 0 }
const worth = (amount: number, experience = 0) => ({ amount, experience })

test.each([
  [worth(100, 100), nothing, nothing, false],
  [worth(101), nothing, nothing, true],
  [worth(0, 101), nothing, nothing, true],
  [worth(1), worth(100), nothing, true],
  [worth(100), nothing, worth(400), false],
  [worth(100), nothing, worth(401), true],
])(
  '%j after %j of the receiver and %j of the keeper: takes two is %s',
  (moved, aloneOfReceiver, aloneOfKeeper, two) => {
    expect(needsSecond({ worth: moved, aloneOfReceiver, aloneOfKeeper })).toBe(two)
  },
)

test.each([
  [168, 0, 'take', 9_999, 9_831],
  [168, 0, 'take', 168, 0],
  [0, 40, 'take', 10, 50],
  [0, 40, 'give', 100, 0],
  [0, 40, 'give', 10, 30],
] as const)('with %i and a debt of %i, to %s %i leaves a debt of %i', (balance, debt, way, amount, owed) => {
  expect(owedAfter({ balance, debt }, { way, amount })).toBe(owed)
  const post = way === 'give' ? postGift : postTaking
  const story = { sourceId: '1', title: '年会', subject: null, receivedAt: AT, recordedAt: AT }
  const reason = way === 'give' ? ('hand.given' as const) : ('hand.taken' as const)
  const before = { ...emptyAccount('E'), balance, debt }
  expect(post(before, worth(amount), { ...story, reason }).account.debt).toBe(owed)
})

test('who acts by a loan alone acts in the lender’s name too, and is no second person for it', () => {
  const lent = { fromId: 'A', fromName: '甲', startsAt: 0, endsAt: 1 }
  const deputy = namesOfActing({ id: 'B', grants: [{ role: 'coinKeeper', lent }] }, 'coin.hands')
  const own = namesOfActing(
    { id: 'B', grants: [{ role: 'coinKeeper' }, { role: 'coinKeeper', lent }] },
    'coin.hands',
  )
  expect([deputy, own]).toEqual([['B', 'A'], ['B']])
  const asked = { firstNames: ['A'], receiverIds: ['C'] }
  expect([maySecond(deputy, asked), maySecond(own, asked), maySecond(['C'], asked)]).toEqual([
    false,
    true,
    false,
  ])
})

test('a role of one’s own over one place is none over another', () => {
  const lent = { fromId: 'A', fromName: '甲', startsAt: 0, endsAt: 1 }
  const own = { role: 'facilityManager' as const, scopeId: 'gym' }
  const grants = [own, { ...own, scopeId: 'courts', lent }]
  const namesAt = (scopeId: string) => namesOfActing({ id: 'B', grants }, 'booking.facilities.run', scopeId)
  expect([namesAt('gym'), namesAt('courts')]).toEqual([['B'], ['B', 'A']])
})

describe('the auditor of what is moved by hand', () => {
  const source = (sourceId: string, byId = 'A', checkedById: string | null = null) => ({
    ...{ sourceId, title: '年会志愿者', subject: null, receivedAt: AT, recordedAt: AT },
    hand: { byId, checkedById },
  })
  const give = (amount: number, ...by: [string?, (string | null)?]) =>
    postGift(emptyAccount('E'), worth(amount), { reason: 'hand.given', ...source('1', ...by) })
  const codes = (...movements: Movement[]) =>
    audit({
      entries: movements.map(({ entry }) => entry),
      accounts: [movements.at(-1)?.account].flatMap(one => one ?? []),
    }).findings.map(({ code }) => code)

  test.each([
    ['a little by one', give(100), []],
    ['much by one', give(101), ['HAND_WRONG']],
    ['much by two', give(5_000, 'A', 'B'), []],
    ['by the first twice', give(5_000, 'A', 'A'), ['HAND_WRONG']],
    ['by the receiver', give(10, 'E'), ['HAND_WRONG']],
    ['agreed to by the receiver', give(5_000, 'A', 'E'), ['HAND_WRONG']],
  ] as const)('judges %s', (_what, movement, expected) => {
    expect(codes(movement)).toEqual(expected)
  })

  test('adds up what single persons do within a month', () => {
    const first = give(60)
    const second = postGift(first.account, worth(60), { reason: 'hand.given', ...source('2', 'B') })
    expect(codes(first, second)).toEqual(['HAND_WRONG'])
  })

  test('finds a settlement that is given back in part', () => {
    const given = give(90)
    const settled = postTaking(given.account, worth(90), { reason: 'hand.settled', ...source('L') })
    const back = (amount: number) =>
      postGift(settled.account, worth(amount), { reason: 'hand.resumed', ...source('L') })
    expect(codes(given, settled, back(90))).toEqual([])
    expect(codes(given, settled, back(89))).toEqual(['HAND_WRONG'])
  })
})

test('whenever an instance has read the versions within a minute, it goes by the right one', () => {
  const version = { ...deliveredRules, version: 2 }
  const lead = fc.integer({ min: LEAD_MS, max: 100 * LEAD_MS })
  fc.assert(
    fc.property(
      lead,
      fc.integer({ min: -LEAD_MS, max: LEAD_MS }),
      fc.integer({ min: 0, max: MINUTE_MS }),
      (ahead, after, age) => {
        const startsAt = AT + ahead
        fc.pre(isStartAllowed(startsAt, AT))
        const now = startsAt + after
        // The list as it was when the instance read it.
        const known = now - age >= AT ? [{ ...version, effectiveAt: startsAt }] : []
        expect(rulesAt(known, now).version).toBe(now >= startsAt ? 2 : 1)
      },
    ),
  )
})
