import { HOLD_DAYS } from '@domain/careers/referral'
import { DAY_MS } from '@domain/kernel/time'
import type { CandidateDocument } from '../../../cloudfunctions/careers/store'
import { careersSteps } from '../../support/careersWorld'
import { findingsIn } from '../../support/handsWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, cao } = people
const NOW = '2026-11-24T12:20:00+08:00'
const LATER = new Date(Date.parse(NOW) + (HOLD_DAYS + 1) * DAY_MS).toISOString()
const REWARD = 500

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterEach(async () => expect(await findingsIn(cloud)).toEqual([]))
afterAll(() => cloud.close())

const { does, open, refer, move } = careersSteps(() => cloud)

const coinsOf = async ({ employeeId }: TestPerson) => {
  const accounts = await cloud.dump<{ _id: string; balance: number }>('coin_accounts')
  return accounts.find(({ _id }) => _id === employeeId)?.balance ?? 0
}
const rewardOf = async (candidateId: string) => {
  const all = await cloud.dump<CandidateDocument>('careers_candidates')
  return all.find(({ _id }) => _id === candidateId)?.reward
}
const offered = async (candidateId: string) => {
  await move(candidateId, 'interview', 1)
  await move(candidateId, 'offer', 2)
}
const hiredAtOnce = (candidateIds: readonly string[]) =>
  does(cao, 'careers.moveCandidates', {
    candidates: candidateIds.map(candidateId => ({ candidateId, version: 3 })),
    action: 'hire',
  })
/** One friend, whom a second colleague recommends once the first one holds them no more; both are to begin. */
async function ofTwo(phone: string): Promise<[first: string, second: string]> {
  await cloud.clock(NOW)
  const positionId = await open({ title: `职位${phone.slice(-4)}` })
  const first = await refer(lin, positionId, phone)
  await cloud.clock(LATER)
  const second = await refer(chen, positionId, phone)
  await offered(first)
  await offered(second)
  return [first, second]
}

test('a friend whom two colleagues recommended rewards the one whose recommendation was hired, and no second one', async () => {
  const [first, second] = await ofTwo('13622220001')
  const before = [await coinsOf(lin), await coinsOf(chen)] as const
  await move(first, 'hire', 3)
  await move(second, 'hire', 3)
  expect([await coinsOf(lin), await coinsOf(chen)]).toEqual([before[0] + REWARD, before[1]])
  expect([await rewardOf(first), await rewardOf(second)]).toEqual([REWARD, 0])
  // What was never paid is not taken back, and frees nothing.
  await move(second, 'undoHire', 4)
  await move(second, 'hire', 5)
  expect([await coinsOf(lin), await coinsOf(chen)]).toEqual([before[0] + REWARD, before[1]])
})

test('once the rewarded hire is undone, the next hire of the friend is rewarded, and the first one no more', async () => {
  const [first, second] = await ofTwo('13622220002')
  const before = [await coinsOf(lin), await coinsOf(chen)] as const
  await move(first, 'hire', 3)
  await move(first, 'undoHire', 4)
  expect(await rewardOf(first)).toBe(0)
  await move(second, 'hire', 3)
  await move(first, 'hire', 5)
  expect([await coinsOf(lin), await coinsOf(chen)]).toEqual([before[0], before[1] + REWARD])
})

test('of two colleagues whose friend is hired in the same second, or in one batch, one is rewarded', async () => {
  const raced = await ofTwo('13622220003')
  const before = (await coinsOf(lin)) + (await coinsOf(chen))
  await Promise.all(raced.map(candidateId => move(candidateId, 'hire', 3)))
  await hiredAtOnce(await ofTwo('13622220004'))
  expect((await coinsOf(lin)) + (await coinsOf(chen))).toBe(before + 2 * REWARD)
})

test('a friend recommended for two positions rewards once', async () => {
  const [one, other] = [await open({ title: '座舱设计师' }), await open({ title: '电驱工程师' })]
  const candidates = [await refer(han, one, '13622220005'), await refer(han, other, '13622220005')]
  for (const candidateId of candidates) await offered(candidateId)
  const before = await coinsOf(han)
  for (const candidateId of candidates) await move(candidateId, 'hire', 3)
  expect(await coinsOf(han)).toBe(before + REWARD)
  // Taken back for one of them, it may be had for the other.
  await move(candidates[0] ?? '', 'undoHire', 4)
  expect(await coinsOf(han)).toBe(before)
  await move(candidates[1] ?? '', 'undoHire', 4)
  await move(candidates[1] ?? '', 'hire', 5)
  expect(await coinsOf(han)).toBe(before + REWARD)
})

test('whoever has left by then is paid nothing, and recruiting reads why', async () => {
  await cloud.clock(new Date(Date.parse(LATER) + 2 * DAY_MS).toISOString())
  const leaver = { ...lin, employeeId: 'VC730001', openid: 'wx-leaver', name: '离职的', phone: '13900009991' }
  await insertPeople(cloud.engine, [leaver])
  const candidateId = await refer(leaver, await open({ title: '底盘工程师' }), '13622220010')
  await offered(candidateId)
  await changePerson(cloud.engine, leaver, { status: 'left' })
  await move(candidateId, 'hire', 3)
  const seen = async () =>
    (await does<{ candidate: object }>(cao, 'careers.openCandidate', { candidateId })).candidate
  expect([await coinsOf(leaver), await rewardOf(candidateId)]).toEqual([0, 0])
  expect(await seen()).toMatchObject({ state: 'hired', reward: 0, unpaid: true })
  // Undone, nothing is taken; and who is back has it.
  await move(candidateId, 'undoHire', 4)
  expect(await seen()).toMatchObject({ reward: 0, unpaid: false })
  expect(await coinsOf(leaver)).toBe(0)
  await changePerson(cloud.engine, leaver, { status: 'active' })
  await move(candidateId, 'hire', 5)
  expect([await coinsOf(leaver), await rewardOf(candidateId)]).toEqual([REWARD, REWARD])
  expect(await seen()).toMatchObject({ unpaid: false })
})

test('coins are spoken of to whoever has them, and to nobody else', async () => {
  const [first, second] = await ofTwo('13622220009')
  // Another day: this one's share of coins is used up.
  await cloud.clock(new Date(Date.parse(LATER) + DAY_MS).toISOString())
  for (const candidateId of [first, second]) await move(candidateId, 'hire', 3)
  for (const candidateId of [first, second]) await move(candidateId, 'undoHire', 4)
  const told = async (candidateId: string) => {
    const all = await cloud.dump<{ body: string; target: { id: string } | null }>('notice_messages')
    return all.filter(({ target }) => target?.id === candidateId).map(({ body }) => body)
  }
  expect(await told(first)).toEqual(
    expect.arrayContaining([
      `入职了，谢谢你。推荐奖励 ${REWARD} 沃币到账了。`,
      `入职撤销了。推荐奖励 ${REWARD} 沃币退回了。`,
    ]),
  )
  expect((await told(second)).join()).not.toContain('沃币')
})
