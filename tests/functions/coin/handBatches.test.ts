import { limits } from '@domain/kernel/limits'
import { expectError } from '../../support/expectError'
import { batchSteps, findingsIn } from '../../support/handsWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { attempt, succeed } from '../../support/talkWorld'

const { lin, chen, han, tang, guo, liang, cen, ding, luo, gu } = people
const reason = '核对过了'
const NOW = '2026-11-24T12:00:00+08:00'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.fault({ clear: true }))

const balanceOf = async (of: TestPerson) => (await succeed(cloud, of, 'coin.openStatement')).balance

const expectSoundBooks = async () => expect(await findingsIn(cloud)).toEqual([])

describe('a batch', () => {
  const { lineOf, check, checked } = batchSteps(() => cloud)

  test('tells each wrong line and what it comes to, moves nothing and is not submitted', async () => {
    const before = await balanceOf(lin)
    const report = await checked([
      lineOf(lin, '30', '5'),
      lineOf(chen, '-20'),
      lineOf(lin, '1'),
      lineOf({ ...han, name: '别人' }, '10'),
      lineOf(ding, '10'),
      lineOf(liang, '10'),
      lineOf(tang, '0'),
      lineOf(tang, '5', '-5'),
      lineOf(tang, '1.5'),
      lineOf(guo, '10001'),
      lineOf(guo, '10', '0', '好'),
      'VC1,某人,1,0,年会志愿者',
      lineOf(gu, '10'),
    ])
    expect(report.problems.map(({ line, problem }) => [line, problem])).toEqual([
      [4, 'repeated'],
      [5, 'otherName'],
      [6, 'unknown'],
      [7, 'own'],
      [8, 'empty'],
      [9, 'bothWays'],
      [10, 'format'],
      [11, 'format'],
      [12, 'format'],
      [13, 'format'],
      [14, 'unregistered'],
    ])
    expect(report).toMatchObject({
      read: 13,
      sums: { given: 30, taken: 20, experienceGiven: 5, experienceTaken: 0 },
    })
    expect(await balanceOf(lin)).toBe(before)
    const submit = await attempt(cloud, liang, 'coin.submitBatch', { batchId: report.batchId })
    expectError('coin.submitBatch', submit, 'COIN_BATCH_WRONG')
    expect(await cloud.dump('coin_batches')).toHaveLength(1)
  })

  test('tells all that is wrong with a line at once, who it is first, and whom the file names', async () => {
    const { problems } = await checked([
      'VC099999,陌生人,10,0,好',
      lineOf({ ...han, name: '别人' }, '1.5'),
      'VC1,某人,0,0,年会志愿者',
    ])
    expect(problems).toMatchObject([
      {
        ...{ line: 2, problem: 'unknown', employeeId: 'VC099999', name: '陌生人' },
        detail: '名单里没有这位在职同事；理由要 2 到 200 个字，本人会看到',
      },
      {
        ...{ line: 3, problem: 'otherName', employeeId: han.employeeId, name: '别人' },
        detail: '编号和姓名对不上；沃币和经验值要写整数，最多 10000，收回写负数',
      },
      {
        ...{ line: 4, problem: 'format', employeeId: 'VC1', name: '' },
        detail: '编号要写成 VC 加 6 位数字；沃币和经验值都是 0',
      },
    ])
  })

  test('shows a second person each line, what moves most first, before and after', async () => {
    const apart = [chen, han, liang, cen, ding, gu]
    const many = Object.values(people).filter(one => !apart.includes(one))
    const { batchId } = await checked([
      ...many.map(one => lineOf(one, '1')),
      lineOf(chen, '2', '3', '值班两天'),
      lineOf(han, '-9', '0', '发重了'),
    ])
    const listed = async (by: TestPerson) => {
      const first = await succeed(cloud, by, 'coin.listBatchLines', { batchId })
      expect(first.lines).toHaveLength(limits.pageSize)
      const rest = await succeed(cloud, by, 'coin.listBatchLines', { batchId, after: first.next })
      expect(rest.next).toBeNull()
      return [...first.lines, ...rest.lines]
    }
    const own = await listed(liang)
    expect(own).toHaveLength(many.length + 2)
    expect(own.slice(0, 2)).toEqual([
      {
        ...{ line: many.length + 3, employeeId: han.employeeId, name: han.name },
        ...{ way: 'take', amount: 9, experience: 0, why: '发重了' },
      },
      {
        ...{ line: many.length + 2, employeeId: chen.employeeId, name: chen.name },
        ...{ way: 'give', amount: 2, experience: 3, why: '值班两天' },
      },
    ])
    await succeed(cloud, liang, 'coin.submitBatch', { batchId })
    expect(await listed(cen)).toEqual(own)
    await succeed(cloud, cen, 'coin.decideBatch', { batchId, decision: 'refuse', reason })
    expect(await listed(cen)).toEqual(own)
    const missing = await attempt(cloud, cen, 'coin.listBatchLines', { batchId: 'none' })
    expectError('coin.listBatchLines', missing, 'COIN_BATCH_MISSING')
  })

  test('is refused as a file that can’t be read, and as one too long', async () => {
    const without = await check([lineOf(lin, '1')], { header: '员工编号,姓名,沃币,理由' })
    expectError('coin.checkHands', without, 'COIN_BATCH_UNREADABLE')
    const many = Array.from({ length: 2_001 }, () => 'VC1,某人,1,0,年会志愿者')
    expectError('coin.checkHands', await check(many), 'COIN_BATCH_TOO_LONG')
  })

  test.each([2, 7, 12, 20])('killed at request %i of its writing, books each line once', async request => {
    const receivers = [lin, chen, tang, guo]
    const before = await Promise.all(receivers.map(balanceOf))
    const { batchId } = await checked(receivers.map(receiver => lineOf(receiver, '7', '1')))
    await succeed(cloud, liang, 'coin.submitBatch', { batchId })
    await succeed(cloud, cen, 'coin.decideBatch', { batchId, decision: 'approve', reason })
    await cloud.fault({ function: { name: 'coin', procedure: 'carryOnBatch', mode: 'kill', after: request } })
    await attempt(cloud, cen, 'coin.carryOnBatch', { batchId })
    await cloud.fault({ clear: true })
    // Whoever died holds a lease of fifteen seconds.
    await cloud.clock('2026-11-24T12:00:30+08:00')
    for (const deadline = performance.now() + 10_000; performance.now() < deadline; ) {
      await cloud.timer('coin', 'tend')
      if ((await succeed(cloud, liang, 'coin.openBatch', { batchId })).state === 'applied') break
      await cloud.clock(new Date(Date.parse(NOW) + performance.now() * 20).toISOString())
    }
    expect((await succeed(cloud, liang, 'coin.openBatch', { batchId })).state).toBe('applied')
    expect(await Promise.all(receivers.map(balanceOf))).toEqual(before.map(balance => balance + 7))
    await expectSoundBooks()
  })

  test('passes over whoever has left since it was checked, and says so', async () => {
    const before = [await balanceOf(lin), await balanceOf(guo)]
    const { batchId } = await checked([lineOf(lin, '6'), lineOf(guo, '6')])
    await succeed(cloud, liang, 'coin.submitBatch', { batchId })
    await succeed(cloud, cen, 'coin.decideBatch', { batchId, decision: 'approve', reason })
    await changePerson(cloud.engine, guo, { status: 'left' })
    const outcome = { state: 'applied', written: 2, passedOver: 1 }
    expect(await succeed(cloud, cen, 'coin.carryOnBatch', { batchId })).toMatchObject(outcome)
    await changePerson(cloud.engine, guo, { status: 'active' })
    expect([await balanceOf(lin), await balanceOf(guo)]).toEqual([(before[0] ?? 0) + 6, before[1]])
  })

  test('is not begun when its lines are about to go', async () => {
    const [asked, kept] = [await checked([lineOf(lin, '3')]), await checked([lineOf(lin, '4')])]
    await succeed(cloud, liang, 'coin.submitBatch', { batchId: asked.batchId })
    await cloud.clock('2026-12-24T12:00:00+08:00')
    const approval = { batchId: asked.batchId, decision: 'approve', reason }
    expectError(
      'coin.decideBatch',
      await attempt(cloud, cen, 'coin.decideBatch', approval),
      'COIN_BATCH_OVER',
    )
    const late = await attempt(cloud, liang, 'coin.submitBatch', { batchId: kept.batchId })
    expectError('coin.submitBatch', late, 'COIN_BATCH_OVER')
    await succeed(cloud, cen, 'coin.decideBatch', { ...approval, decision: 'refuse' })
    await cloud.clock(NOW)
  })

  test('takes a second person who is not in it, and goes one way', async () => {
    const missing = { batchId: 'none' }
    const { batchId } = await checked([lineOf(cen, '10'), lineOf(lin, '10')])
    const decide = (by: TestPerson, of: object = { batchId }) =>
      attempt(cloud, by, 'coin.decideBatch', { ...of, decision: 'approve', reason })
    const submit = (by: TestPerson, of: object = { batchId }) => attempt(cloud, by, 'coin.submitBatch', of)
    const withdraw = (by: TestPerson, of: object = { batchId }) =>
      attempt(cloud, by, 'coin.withdrawBatch', of)
    expectError('coin.decideBatch', await decide(cen), 'COIN_BATCH_DECIDED')
    expectError('coin.submitBatch', await submit(cen), 'COIN_HAND_NOT_YOURS')
    expect((await submit(liang)).ok).toBe(true)
    expect((await succeed(cloud, cen, 'access.openInbox')).waiting).toContainEqual(
      expect.objectContaining({ kind: 'handBatch', id: batchId, title: '梁秋实提的名单，2 人' }),
    )
    expectError('coin.submitBatch', await submit(liang), 'COIN_BATCH_DECIDED')
    expectError('coin.decideBatch', await decide(liang), 'COIN_HAND_NOT_YOURS')
    expectError('coin.decideBatch', await decide(cen), 'COIN_HAND_NOT_YOURS')
    // Nor in the name of one who is in it.
    const period = { startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + 86_400_000 }
    await succeed(cloud, cen, 'access.lendRoles', { toEmployeeId: luo.employeeId, ...period })
    expectError('coin.decideBatch', await decide(luo), 'COIN_HAND_NOT_YOURS')
    expect(await check([lineOf(cen, '10')], { by: luo })).toMatchObject({
      data: { problems: [{ line: 2, problem: 'own' }] },
    })
    await succeed(cloud, cen, 'access.endLending')
    expectError('coin.withdrawBatch', await withdraw(cen), 'COIN_HAND_NOT_YOURS')
    expect((await withdraw(liang)).ok).toBe(true)
    expectError('coin.withdrawBatch', await withdraw(liang), 'COIN_BATCH_DECIDED')
    expectError('coin.decideBatch', await decide(cen, missing), 'COIN_BATCH_MISSING')
    expectError('coin.submitBatch', await submit(liang, missing), 'COIN_BATCH_MISSING')
    expectError('coin.withdrawBatch', await withdraw(liang, missing), 'COIN_BATCH_MISSING')
    expectError(
      'coin.openBatch',
      await attempt(cloud, liang, 'coin.openBatch', missing),
      'COIN_BATCH_MISSING',
    )
    const carried = await attempt(cloud, liang, 'coin.carryOnBatch', missing)
    expectError('coin.carryOnBatch', carried, 'COIN_BATCH_MISSING')
  })
})
