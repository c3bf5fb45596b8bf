import {
  equation,
  explain,
  type Line,
  movement,
  sayExperience,
  sayMonth,
} from '@/rooms/coin/pages/statement/statementLines'

const post: Line = {
  entryId: 'forum.post:p1',
  kind: 'earn',
  reason: 'forum.post',
  title: '发帖「带两个孩子露营」',
  amount: 10,
  debtPaid: 0,
  debtAdded: 0,
  balanceAfter: 1306,
  experience: 10,
  receivedAt: Date.parse('2026-11-24T07:44:07+08:00'),
  recordedAt: Date.parse('2026-11-24T07:44:08+08:00'),
  earning: {
    base: 5,
    times: 1,
    multiplier: 2,
    window: { fromMinute: 420, toMinute: 540 },
    cap: { perDay: 30, earnedToday: 10 },
    experienceCap: { perDay: 30, earnedToday: 10 },
    ruleVersion: 3,
  },
  because: null,
  subject: { kind: 'post', id: 'p1' },
}

it('says when, for what and by how much in one line', () => {
  expect(explain(post)).toBe('7:44 · 发帖 5 × 2')
})

it('says of a month what moved in it, and the year where it is another', () => {
  const now = post.receivedAt
  const month = { on: '2026-11', earned: 1_085, spent: 0, reversed: 0 }
  expect(sayMonth(month, now)).toBe('11 月得到 1,085')
  expect(sayMonth({ ...month, on: '2025-12', spent: 40, reversed: 5 }, now)).toBe(
    '2025 年 12 月得到 1,085，用掉 40，净扣回 5',
  )
  expect(sayMonth({ ...month, earned: 0 }, now)).toBe('11 月没有进出')
})

it('gives the reason with coins that went back', () => {
  const reversed: Line = { ...post, kind: 'reverse', amount: -10, earning: null, because: '自己删除' }
  expect(explain(reversed)).toBe('7:44 · 扣回，自己删除')
})

it('says when coins came back', () => {
  const restored: Line = { ...post, kind: 'restore', amount: 10, earning: null, because: '判断错了' }
  expect(explain(restored)).toBe('7:44 · 补回，判断错了')
})

it('opens the equation with the window, the cap and the rules', () => {
  expect(equation(post)).toMatchObject({
    base: 5,
    multiplier: 2,
    earned: 10,
    capped: false,
    received: '7:44:07 收到，在 7:00–9:00 内',
    cap: '当天发帖已得 10，上限 30',
    rules: '规则 v3',
  })
})

it('opens what a redemption did to the balance, and when', () => {
  const redeemed: Line = {
    ...post,
    kind: 'spend',
    reason: 'mall.redeem',
    amount: -300,
    balanceAfter: 1006,
    earning: null,
    subject: { kind: 'order', id: 'o1' },
  }
  expect(movement(redeemed)).toEqual({
    before: 1306,
    moved: 300,
    sign: '−',
    after: 1006,
    name: '兑换',
    when: '11 月 24 日 7:44:07 记账',
    because: '',
  })
  const refunded: Line = { ...redeemed, kind: 'refund', amount: 300, balanceAfter: 1306, because: '缺货' }
  expect(movement(refunded)).toMatchObject({ before: 1006, sign: '+', name: '退回', because: '缺货' })
})

it('tells where the cap has cut an earning, counting what went into a debt as earned', () => {
  expect(equation({ ...post, amount: 3 })?.capped).toBe(true)
  expect(equation({ ...post, amount: 3, debtPaid: 7 })).toMatchObject({ capped: false, earned: 10 })
})

describe('an earning by likes', () => {
  const liked: Line = {
    ...post,
    reason: 'forum.liked',
    amount: 14,
    experience: 14,
    earning: {
      base: 1,
      times: 14,
      multiplier: 1,
      window: null,
      cap: { perDay: 20, earnedToday: 14 },
      experienceCap: { perDay: 30, earnedToday: 14 },
      ruleVersion: 1,
    },
  }

  it('says how many there were', () => {
    expect(explain(liked)).toBe('7:44 · 被赞 1 × 14')
    expect(equation(liked)).toMatchObject({ base: 1, times: 14, earned: 14, capped: false })
    expect(sayExperience(liked)).toBe('经验 +14')
  })

  it('says where the day’s cap has cut it, or has left experience alone', () => {
    expect(explain({ ...liked, amount: 6 })).toBe('7:44 · 被赞 1 × 14，到当日上限 20')
    expect(explain({ ...liked, amount: 0 })).toBe('7:44 · 被赞 1 × 14，当日沃币已达上限 20')
  })

  it('gives experience back with a minus, and names none where there is none', () => {
    expect(sayExperience({ experience: -14 })).toBe('经验 −14')
    expect(sayExperience({ experience: 0 })).toBe('')
  })
})
