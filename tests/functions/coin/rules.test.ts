import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { rulesFromStored, type StoredRules } from '@domain/coin/ruling'
import { draft } from '../../support/coinSamples'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { attempt, BOARD, succeed } from '../../support/talkWorld'

const { lin, chen, han, guo, liang, cen } = people
const FIRST = '2026-11-20'
const why = '评论多了，试试高一点的上限'
const at = (time: string, day = '2026-11-24') => `${day}T${time}+08:00`
const ms = (time: string, day = '2026-11-24') => Date.parse(at(time, day))

let cloud: TestCloud
let posts = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: at('12:00:00') })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: BOARD, name: '生活', closed: false, order: 1 }])
})
afterAll(() => cloud.close())

const publish = (author: TestPerson) => {
  posts += 1
  return succeed(cloud, author, 'forum.createPost', { boardId: BOARD, title: '周末', body: `第 ${posts} 篇` })
}
const posting = (base: number, perDayMax = 30) => ({
  ...draft,
  earning: { ...draft.earning, 'forum.post': { ...draft.earning['forum.post'], base, perDayMax } },
})
const schedule = (rules: object, startsAt: number, after = 1, by = liang) =>
  attempt(cloud, by, 'coin.scheduleRules', { draft: rules, startsAt, after, why })
const decide = (by: TestPerson, version: number) =>
  attempt(cloud, by, 'coin.decideRules', { version, decision: 'approve', reason: '算过了' })

test('a version counts from the second of its start, by the time of reception, and the books stay sound', async () => {
  await cloud.clock(at('11:50:00', FIRST))
  expect(await schedule(posting(9, 90), ms('12:00:00', FIRST))).toMatchObject({ data: { version: 2 } })
  expect((await decide(cen, 2)).ok).toBe(true)
  await cloud.clock(at('11:59:59.999', FIRST))
  expect((await publish(lin)).earned).toMatchObject({ base: 5, amount: 5 })
  const late = { boardId: BOARD, title: '周末', body: '先收到，后办成' }
  await cloud.fault({ database: { action: 'database.commitTransaction', mode: 'fail' } })
  await attempt(cloud, chen, 'forum.createPost', late, 'received-before')
  await cloud.fault({ clear: true })
  const waysBefore = (await succeed(cloud, lin, 'coin.openEarning')).ways[0]
  await cloud.clock(at('12:00:00.000', FIRST))
  expect((await publish(lin)).earned).toMatchObject({ base: 9, amount: 9 })
  const retried = await succeed(cloud, chen, 'forum.createPost', late, 'received-before')
  expect(retried.earned).toMatchObject({ base: 5, amount: 5 })
  const waysAfter = (await succeed(cloud, lin, 'coin.openEarning')).ways[0]
  expect([waysBefore?.base, waysAfter?.base]).toEqual([5, 9])
  const { versions } = await succeed(cloud, cen, 'coin.openRules')
  expect(versions.map(({ version, state }) => [version, state])).toEqual([
    [2, 'current'],
    [1, 'past'],
  ])
  expect(versions[0]).toMatchObject({ byName: '梁秋实', why })
  const entries = await cloud.dump<Entry & Record<string, unknown>>('coin_entries')
  const accounts = await cloud.dump<Account & Record<string, unknown>>('coin_accounts')
  const rules = await cloud.dump<StoredRules & Record<string, unknown>>('coin_rules')
  expect(audit({ entries, accounts, rules: rules.map(rulesFromStored) }).findings).toEqual([])
})

test('a preview replays yesterday under a draft, after each person’s earlier earnings, and changes nothing', async () => {
  await cloud.clock(at('08:00:00'))
  for (const author of [lin, lin, lin, lin, chen]) await publish(author)
  await cloud.clock(at('12:00:00'))
  await publish(han)
  await cloud.clock(at('09:00:00', '2026-11-25'))
  const same = await succeed(cloud, liang, 'coin.previewRules', { draft: posting(9, 90) })
  expect(same).toMatchObject({
    day: '2026-11-24',
    entries: 6,
    people: 3,
    coins: { was: 99, becomes: 99 },
    happyHour: { was: 45, becomes: 45 },
    fewer: 0,
  })
  // Four posts of one person then meet the cap of thirty.
  const lower = await succeed(cloud, liang, 'coin.previewRules', { draft })
  expect(lower).toMatchObject({
    coins: { was: 99, becomes: 45 },
    happyHour: { was: 45, becomes: 20 },
    fewer: 3,
    mostLost: 42,
  })
  expect(lower.reasons[0]).toEqual({ reason: 'forum.post', was: 99, becomes: 45 })
  expect(await cloud.dump('coin_rules')).toHaveLength(1)
})

test('a preview reads a day of more than a thousand entries, also where many were received at once', async () => {
  const [sample] = await cloud.dump<Entry & Record<string, unknown>>('coin_entries')
  const many = Array.from({ length: 2_300 }, (_one, index) => ({
    ...sample,
    _id: `forum.post:copy${index}`,
    sourceId: `copy${index}`,
    employeeId: `VC7${String(index).padStart(5, '0')}`,
    number: 1,
    receivedAt: index < 1_900 ? ms('10:00:00', '2026-11-17') : ms('11:00:00', '2026-11-17') + index,
  }))
  await cloud.engine.insertMany('coin_entries', many)
  await cloud.clock(at('09:00:00', '2026-11-18'))
  expect(await succeed(cloud, liang, 'coin.previewRules', { draft })).toMatchObject({
    entries: 2_300,
    people: 2_300,
  })
})

test('a version is announced, once at a time, with the budget of a quarter beside what the quarter has cost', async () => {
  await cloud.clock(at('11:50:00', '2026-11-26'))
  const days = ['2026-09-30', '2026-10-01', '2026-11-25'].map(_id => ({ _id, coinsEarned: 700 }))
  await cloud.engine.insertMany('stats_daily', days)
  const budgeted = { ...posting(8), quarterBudget: 600_000 }
  expect(await schedule(budgeted, ms('12:00:00', '2026-11-26'), 2)).toMatchObject({ data: { version: 3 } })
  expect((await decide(cen, 3)).ok).toBe(true)
  const { versions, earnedInQuarter } = await succeed(cloud, cen, 'coin.openRules')
  expect(earnedInQuarter).toBe(1_400)
  expect(versions.map(({ rules }) => rules.quarterBudget)).toEqual([600_000, undefined, undefined])
  expect(versions.map(({ state }) => state)).toEqual(['scheduled', 'current', 'past'])
})

test.each([
  ['COIN_RULES_SCHEDULED', posting(8), '12:00:00', 3],
  ['COIN_RULES_CHANGED', posting(8), '12:00:00', 2],
  ['COIN_RULES_TOO_SOON', posting(8), '11:54:59', 3],
  ['COIN_RULES_WRONG', posting(31), '12:00:00', 3],
] as const)('another one meanwhile is refused with %s', async (code, rules, time, after) => {
  const reply = await schedule(rules, ms(time, '2026-11-26'), after)
  expect(reply.ok ? null : reply.error.code).toBe(code)
  if (code === 'COIN_RULES_SCHEDULED') expectError('coin.scheduleRules', reply, 'COIN_RULES_SCHEDULED')
  if (code === 'COIN_RULES_CHANGED') expectError('coin.scheduleRules', reply, 'COIN_RULES_CHANGED')
  if (code === 'COIN_RULES_TOO_SOON') expectError('coin.scheduleRules', reply, 'COIN_RULES_TOO_SOON')
  if (code === 'COIN_RULES_WRONG') expectError('coin.scheduleRules', reply, 'COIN_RULES_WRONG')
  const preview = await attempt(cloud, liang, 'coin.previewRules', { draft: posting(31) })
  expectError('coin.previewRules', preview, 'COIN_RULES_WRONG')
  expect(preview).toMatchObject({
    error: { message: '发帖的沃币每天最多 30，比一次的 31 还少', fields: ['earning.forum.post.perDayMax'] },
  })
})

test('a version that has not begun is taken back; of what begins within minutes nothing is', async () => {
  const withdraw = (version: number) => attempt(cloud, cen, 'coin.withdrawRules', { version, why })
  expectError('coin.withdrawRules', await withdraw(9), 'COIN_RULES_MISSING')
  expect((await withdraw(3)).ok).toBe(true)
  expectError('coin.withdrawRules', await withdraw(3), 'COIN_RULES_BEGUN')
  expect(await schedule(posting(7, 70), ms('12:00:00', '2026-11-26'), 3)).toMatchObject({
    data: { version: 4 },
  })
  expect((await decide(cen, 4)).ok).toBe(true)
  await cloud.clock(at('11:55:01', '2026-11-26'))
  expectError('coin.withdrawRules', await withdraw(4), 'COIN_RULES_BEGUN')
})

test('a preview holds likes against the caps of each pair, with what had counted in the week before', async () => {
  const [sample] = await cloud.dump<Entry & Record<string, unknown>>('coin_entries')
  const day = '2026-11-10'
  const liked = (number: number, likers: string[]) => ({
    ...{ ...sample, _id: `forum.liked:p.${number}`, sourceId: `p.${number}`, reason: 'forum.liked', number },
    ...{
      employeeId: guo.employeeId,
      likers,
      experience: likers.length,
      receivedAt: ms('12:00:00', day) + number,
    },
    postings: [{ account: 'mint:forum.liked', amount: -likers.length }],
    earning: { ...sample?.earning, base: 1, times: likers.length, multiplier: 1, window: null },
  })
  const [a, b] = [chen.employeeId, han.employeeId]
  await cloud.engine.insertMany('coin_entries', [liked(1, [a, b]), liked(2, [a])])
  const given = [
    { on: '2026-11-04', from: b, likes: 4 },
    { on: day, from: a, likes: 2 },
    { on: day, from: b, likes: 1 },
  ]
  await cloud.engine.insertMany('coin_givens', [{ _id: guo.employeeId, given }])
  const row = draft.earning['forum.liked']
  const capped = (perPair: object) => ({
    ...draft,
    earning: { ...draft.earning, 'forum.liked': { ...row, perPair } },
  })
  await cloud.clock(at('09:00:00', '2026-11-11'))
  const becomes = async (perPair: object) =>
    (await succeed(cloud, liang, 'coin.previewRules', { draft: capped(perPair) })).coins
  expect(await becomes({ perDayMax: 2, perWeekMax: 6 })).toEqual({ was: 3, becomes: 3 })
  expect(await becomes({ perDayMax: 1, perWeekMax: 6 })).toEqual({ was: 3, becomes: 2 })
  expect(await becomes({ perDayMax: 2, perWeekMax: 4 })).toEqual({ was: 3, becomes: 2 })
})
