import { handState, handTemplate, sayOwed, sayReceiver, saySecond } from '@/rooms/coin/handWords'

const receiver = { balance: 168, debt: 0, given: 100, taken: 0 }
const nothing = { amount: 0, experience: 0 }

test('taking more than somebody has says what they will owe, before it is sent', () => {
  expect(sayOwed(receiver, { way: 'take', amount: 9_999 })).toBe('会欠 9,831，以后到账的先还')
  expect(sayOwed(receiver, { way: 'take', amount: 168 })).toBeNull()
  expect(sayOwed(receiver, { way: 'give', amount: 9_999 })).toBeNull()
  expect(sayOwed(null, { way: 'take', amount: 9_999 })).toBeNull()
  expect(sayReceiver(receiver)).toBe('余额 168 沃币，本月发放 100、收回 0')
  expect(sayReceiver({ ...receiver, balance: 0, debt: 50 })).toContain('还欠 50')
})

test('who has to agree is said of this person and this amount', () => {
  const alone = { amount: 100, experience: 0 }
  const facts = { worth: { amount: 1, experience: 0 }, aloneOfReceiver: alone, aloneOfKeeper: nothing }
  expect(saySecond('顾念', facts)).toBe('顾念本月已由一个人办了 100 沃币，这笔要另一位复核')
  expect(saySecond('顾念', { ...facts, aloneOfReceiver: nothing })).toBe(
    '顾念本月已由一个人办了 0，这笔不用复核',
  )
  const busy = { ...facts, aloneOfReceiver: nothing, aloneOfKeeper: { amount: 500, experience: 0 } }
  expect(saySecond('顾念', busy)).toBe('你本月已经办了 500 沃币，这笔要另一位复核')
})

test('what was taken is not called an arrival', () => {
  expect(handState({ state: 'done', way: 'take' }).text).toBe('已收回')
  expect(handState({ state: 'done', way: 'give' }).text).toBe('到账')
})

test('the template of a list has the columns that are read', () => {
  expect(handTemplate).toBe('员工编号,姓名,沃币,经验值,理由\n')
})
