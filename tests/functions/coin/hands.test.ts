import { expectError } from '../../support/expectError'
import { findingsIn } from '../../support/handsWorld'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { attempt, succeed } from '../../support/talkWorld'

const { lin, chen, han, tang, guo, liang, cen, ding, wang, luo, gu } = people
const reason = '核对过了'
const NOW = '2026-11-24T12:00:00+08:00'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.fault({ clear: true }))

const move = (to: TestPerson, amount: number, more: object = {}) => ({
  employeeId: to.employeeId,
  way: 'give',
  amount,
  experience: 0,
  why: '外拍带了十二位新人',
  ...more,
})
const balanceOf = async (of: TestPerson) => (await succeed(cloud, of, 'coin.openStatement')).balance

const expectSoundBooks = async () => expect(await findingsIn(cloud)).toEqual([])

describe('what one person may move alone', () => {
  test('is booked at once, with the reason in statement and inbox', async () => {
    const { state } = await succeed(cloud, liang, 'coin.moveByHand', move(lin, 60, { experience: 30 }))
    expect(state).toBe('done')
    const { balance, experience, lines } = await succeed(cloud, lin, 'coin.openStatement')
    expect([balance, experience]).toEqual([60, 30])
    expect(lines[0]).toMatchObject({ kind: 'give', amount: 60, title: '外拍带了十二位新人' })
    const { notices } = (await succeed(cloud, lin, 'notice.listNotices')) as unknown as {
      notices: { title: string }[]
    }
    expect(JSON.stringify(notices)).toContain('收到 60 沃币、30 经验')
  })

  test('ends at a hundred a month for one receiver, whoever moves it and in how many parts', async () => {
    expect((await succeed(cloud, cen, 'coin.moveByHand', move(lin, 41))).state).toBe('waiting')
    expect((await succeed(cloud, cen, 'coin.moveByHand', move(lin, 40))).state).toBe('done')
    expect((await succeed(cloud, liang, 'coin.moveByHand', move(lin, 1))).state).toBe('waiting')
    expect(await balanceOf(lin)).toBe(100)
  })

  test('ends at five hundred a month for one who moves, however many receive', async () => {
    const receivers = [chen, han, tang, guo, wang]
    const states: string[] = []
    for (const receiver of receivers)
      states.push((await succeed(cloud, liang, 'coin.moveByHand', move(receiver, 100))).state)
    expect(states).toEqual(['done', 'done', 'done', 'done', 'waiting'])
  })

  test('is booked once, however often it is sent', async () => {
    const id = newRequestId()
    await cloud.clock('2026-12-01T12:00:00+08:00')
    const before = await balanceOf(chen)
    for (const _time of [1, 2]) await succeed(cloud, cen, 'coin.moveByHand', move(chen, 10), id)
    expect(await balanceOf(chen)).toBe(before + 10)
    await cloud.clock(NOW)
  })

  test.each([
    ['COIN_HAND_OWN', move(liang, 10)],
    ['COIN_HAND_EMPTY', move(lin, 0)],
    ['ACCESS_COLLEAGUE_MISSING', move(ding, 10)],
    ['COIN_HAND_UNREGISTERED', move(gu, 10)],
  ])('is refused with %s', async (code, input) => {
    const reply = await attempt(cloud, liang, 'coin.moveByHand', input)
    expect(reply.ok ? null : reply.error.code).toBe(code)
    if (code === 'COIN_HAND_OWN') expectError('coin.moveByHand', reply, 'COIN_HAND_OWN')
    if (code === 'COIN_HAND_UNREGISTERED') expectError('coin.moveByHand', reply, 'COIN_HAND_UNREGISTERED')
    if (code === 'COIN_HAND_EMPTY') expectError('coin.moveByHand', reply, 'COIN_HAND_EMPTY')
    if (code === 'ACCESS_COLLEAGUE_MISSING') expectError('coin.moveByHand', reply, 'ACCESS_COLLEAGUE_MISSING')
  })
})

describe('what takes two', () => {
  const ask = async (to: TestPerson, amount: number, by = liang) =>
    (await succeed(cloud, by, 'coin.moveByHand', move(to, amount))).handId
  const decide = (by: TestPerson, handId: string, decision = 'approve') =>
    attempt(cloud, by, 'coin.decideHand', { handId, decision, reason })

  test('moves nothing until another keeper agrees, and then once', async () => {
    const before = await balanceOf(han)
    const handId = await ask(han, 200)
    expect(await balanceOf(han)).toBe(before)
    const waitingFor = async (keeper: TestPerson) =>
      (await succeed(cloud, keeper, 'access.openInbox')).waiting.find(({ id }) => id === handId)
    expect(await waitingFor(cen)).toMatchObject({ kind: 'hand', title: '韩冬 发放 200 沃币' })
    expect(await waitingFor(liang)).toBeUndefined()
    expectError('coin.decideHand', await decide(liang, handId), 'COIN_HAND_NOT_YOURS')
    expect((await decide(cen, handId)).ok).toBe(true)
    expect(await balanceOf(han)).toBe(before + 200)
    expectError('coin.decideHand', await decide(cen, handId), 'COIN_HAND_DECIDED')
    expectError('coin.decideHand', await decide(cen, 'none'), 'COIN_HAND_MISSING')
    const { hands } = await succeed(cloud, liang, 'coin.openHands')
    const done = hands.find(hand => hand.handId === handId)
    expect(done).toMatchObject({ state: 'done', byName: '梁秋实', decision: { byName: '岑安' } })
  })

  test('is not agreed to by its receiver, nor by a deputy in the name of who asked', async () => {
    const own = await ask(cen, 300)
    expectError('coin.decideHand', await decide(cen, own), 'COIN_HAND_NOT_YOURS')
    const day = 86_400_000
    const period = { startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + day }
    await succeed(cloud, liang, 'access.lendRoles', { toEmployeeId: luo.employeeId, ...period })
    const asked = await ask(han, 300)
    expectError('coin.decideHand', await decide(luo, asked), 'COIN_HAND_NOT_YOURS')
    const byDeputy = await ask(han, 300, luo)
    expectError('coin.decideHand', await decide(liang, byDeputy), 'COIN_HAND_NOT_YOURS')
    await succeed(cloud, liang, 'access.endLending')
  })

  test('is refused, or withdrawn by whoever asked alone', async () => {
    const before = await balanceOf(tang)
    const [refused, withdrawn] = [await ask(tang, 200), await ask(tang, 201)]
    expect(await decide(cen, refused, 'refuse')).toMatchObject({ data: { state: 'refused' } })
    const withdraw = (by: TestPerson, handId: string) => attempt(cloud, by, 'coin.withdrawHand', { handId })
    expectError('coin.withdrawHand', await withdraw(cen, withdrawn), 'COIN_HAND_NOT_YOURS')
    expect((await withdraw(liang, withdrawn)).ok).toBe(true)
    expectError('coin.withdrawHand', await withdraw(liang, withdrawn), 'COIN_HAND_DECIDED')
    expectError('coin.withdrawHand', await withdraw(liang, 'none'), 'COIN_HAND_MISSING')
    expect(await balanceOf(tang)).toBe(before)
  })

  test('is not booked for somebody who has left meanwhile', async () => {
    const handId = await ask(guo, 200)
    const asked = (await cloud.dump<{ _id: string }>('coin_hands')).find(({ _id }) => _id === handId)
    await cloud.engine.insertMany('coin_hands', [{ ...asked, _id: 'left', employeeId: ding.employeeId }])
    expectError('coin.decideHand', await decide(cen, 'left'), 'ACCESS_COLLEAGUE_MISSING')
    expect(await cloud.dump('coin_accounts')).not.toContainEqual(
      expect.objectContaining({ _id: ding.employeeId }),
    )
  })

  test('taking goes as far as the balance and leaves the rest as a debt', async () => {
    const before = await balanceOf(han)
    const input = move(han, before + 50, { way: 'take', experience: 5_000 })
    const { handId } = await succeed(cloud, liang, 'coin.moveByHand', input)
    expect((await decide(cen, handId)).ok).toBe(true)
    expect(await succeed(cloud, han, 'coin.openStatement')).toMatchObject({
      balance: 0,
      debt: 50,
      experience: 0,
    })
    await expectSoundBooks()
  })

  test('shows how the receiver stands, to whoever asks and to whoever agrees', async () => {
    await cloud.clock('2027-01-04T12:00:00+08:00')
    const openReceiver = (to: TestPerson) =>
      succeed(cloud, liang, 'coin.openReceiver', { employeeId: to.employeeId })
    const { balance } = await openReceiver(wang)
    await succeed(cloud, liang, 'coin.moveByHand', move(wang, 60, { experience: 7 }))
    await succeed(cloud, liang, 'coin.moveByHand', move(wang, 20, { way: 'take' }))
    await succeed(cloud, liang, 'coin.moveByHand', move(tang, 1))
    const stands = { balance: balance + 40, debt: 0, given: 60, taken: 20 }
    expect(await openReceiver(wang)).toEqual({
      ...stands,
      aloneOfReceiver: { amount: 80, experience: 7 },
      aloneOfKeeper: { amount: 81, experience: 7 },
      isRegistered: true,
    })
    const handId = await ask(wang, 200)
    const { waiting } = await succeed(cloud, cen, 'coin.openHands')
    expect(waiting.find(hand => hand.handId === handId)).toMatchObject({ receiver: stands })
    await succeed(cloud, liang, 'coin.withdrawHand', { handId })
    // A month on, what was moved in the last one counts no more.
    await cloud.clock('2027-02-01T12:00:00+08:00')
    expect(await openReceiver(wang)).toEqual({
      ...{ balance: balance + 40, debt: 0, given: 0, taken: 0 },
      aloneOfReceiver: { amount: 0, experience: 0 },
      aloneOfKeeper: { amount: 0, experience: 0 },
      isRegistered: true,
    })
    await cloud.clock(NOW)
  })

  test('leaves who did what in the record', async () => {
    const receipts = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
    const by = receipts.flatMap(({ audit }) => (audit?.subject.startsWith('coin_hands/') ? [audit.by] : []))
    expect(new Set(by)).toEqual(new Set([liang.employeeId, cen.employeeId, luo.employeeId]))
  })
})
