import { MINUTE_MS } from '@domain/kernel/time'
import { checkDraw } from '@domain/live/draw'
import type { DrawDocument, PresenceDocument } from '../../../cloudfunctions/live/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, guo, wang, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const PAGE = 'https://live.volvocars.com.cn/xc90'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, run, write, publish, say, takePart } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())

const takenPart = (who: readonly TestPerson[], words: object = {}) => takePart(NOW, who, words)

interface ShownDraw {
  title: string
  status: string
  rule: { minutes: number; message: boolean }
  own: { minutes: number; spoken: boolean; isHost: boolean }
  mine: string | null
  draw: Parameters<typeof checkDraw>[0] & { seed: string | null; state: string; coins: number }
}
const shown = (who: TestPerson, broadcastId: string) => does<ShownDraw>(who, 'live.openDraw', { broadcastId })

test('a draw promises, closes and discloses; anybody does it again; its winners are told and paid once', async () => {
  const broadcastId = await takenPart([lin, chen, han, guo, xiang])
  const promised = await shown(lin, broadcastId)
  expect(promised).toMatchObject({ mine: null, draw: { state: 'open', seed: null, codes: [] } })
  const kept = await cloud.dump<DrawDocument>('live_draws')
  const secret = kept.find(({ _id }) => _id === broadcastId)
  expect(secret).toMatchObject({ seed: '', commitment: promised.draw.commitment })

  const requestId = newRequestId()
  const closed = await call<{ entries: number }>(xiang, 'live.closeDraw', { broadcastId }, requestId)
  // Its host has taken part as well, and is not on the list.
  expect(expectData(closed).entries).toBe(4)
  expect(await call(xiang, 'live.closeDraw', { broadcastId }, requestId)).toEqual(closed)
  expectError(
    'live.closeDraw',
    await call(xiang, 'live.closeDraw', { broadcastId }),
    'LIVE_DRAW_STEP_REFUSED',
  )
  const listed = await shown(lin, broadcastId)
  expect(listed.draw).toMatchObject({ state: 'closed', seed: null, commitment: promised.draw.commitment })
  expect(listed.draw.codes).toContain(listed.mine)
  expect((await shown(wang, broadcastId)).mine).toBeNull()

  // Both have read that nothing is drawn before either writes.
  const slow = { action: 'database.startTransaction', mode: 'slow', slowMs: 1_500, times: 2 } as const
  await cloud.fault({ database: slow })
  const [one, two] = await Promise.all([1, 2].map(() => call(xiang, 'live.draw', { broadcastId })))
  await cloud.fault({ clear: true })
  expect([one?.ok, two?.ok].filter(Boolean)).toHaveLength(1)
  const lost = [one, two].find(reply => reply && !reply.ok)
  if (lost) expectError('live.draw', lost, 'LIVE_DRAW_STEP_REFUSED')
  const drawn = await shown(han, broadcastId)
  expect(checkDraw({ ...drawn.draw, seed: drawn.draw.seed ?? '' })).toEqual({
    seed: true,
    list: true,
    winners: true,
  })
  expect(drawn.draw).toMatchObject({ state: 'drawn', listHash: listed.draw.listHash })
  expect(drawn.draw.winners).toHaveLength(3)

  for (const _twice of [1, 2]) await cloud.timer('live', 'tend')
  const { draw } = await run(broadcastId)
  const winners = draw?.winners ?? []
  expect(winners.map(({ paid }) => paid)).toEqual([true, true, true])
  const entries = await cloud.dump<{ employeeId: string; reason: string }>('coin_entries')
  const paid = entries.filter(({ reason }) => reason === 'live.won').map(({ employeeId }) => employeeId)
  expect(paid.sort()).toEqual(
    winners
      .filter(({ prize }) => prize === 1)
      .map(({ employeeId }) => employeeId)
      .sort(),
  )
  const notices = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
  const told = notices.filter(({ title }) => title.endsWith('抽中了你')).map(({ employeeId }) => employeeId)
  expect(told.sort()).toEqual(winners.map(({ employeeId }) => employeeId).sort())
  await giftsGo(broadcastId, winners)
})

/** The gift is handed over; coins and strangers' codes are not. */
async function giftsGo(broadcastId: string, winners: { code: string; prize: number }[]): Promise<void> {
  const note = (code: string | undefined, of = broadcastId) =>
    call(xiang, 'live.noteHandOver', { broadcastId: of, code, done: true })
  const [gift] = winners.filter(({ prize }) => prize === 0)
  const [coins] = winners.filter(({ prize }) => prize === 1)
  expectData(await note(gift?.code))
  expect((await run(broadcastId)).draw?.winners[0]).toMatchObject({ handedOver: true })
  expectError('live.noteHandOver', await note(coins?.code), 'LIVE_WINNER_MISSING')
  expectError('live.noteHandOver', await note('0123456789abcdef'), 'LIVE_WINNER_MISSING')
  expectError('live.noteHandOver', await note(gift?.code, 'none'), 'LIVE_NO_DRAW')
}

test('before the draw everybody reads what it takes, how far they are and what a share brings', async () => {
  const broadcastId = await takenPart([lin], { reward: { minutes: 10, message: true } })
  const rule = { minutes: 10, message: true }
  expect(await shown(lin, broadcastId)).toMatchObject({
    status: 'live',
    rule,
    own: { minutes: 5, spoken: false, isHost: false },
    draw: { coins: 100 },
  })
  await say(lin, broadcastId, '路噪那张曲线出来了')
  expect((await shown(lin, broadcastId)).own).toEqual({ minutes: 5, spoken: true, isHost: false })
  expect((await shown(wang, broadcastId)).own).toEqual({ minutes: 0, spoken: false, isHost: false })
  expect((await shown(xiang, broadcastId)).own.isHost).toBe(true)
  const { draw } = await does<{ draw: { coins: number } }>(lin, 'live.openBroadcast', { broadcastId })
  expect(draw.coins).toBe(100)
})

test('whoever closes the list is not on it, though they have had no hand in the broadcast before', async () => {
  await changePerson(cloud.engine, chen, { grants: [{ role: 'liveHost' }] })
  const broadcastId = await takenPart([lin, chen, han])
  expectData(await call(chen, 'live.closeDraw', { broadcastId }))
  expect((await shown(chen, broadcastId)).mine).toBeNull()
  expect((await shown(han, broadcastId)).draw.codes).toHaveLength(2)
  await changePerson(cloud.engine, chen, { grants: chen.grants })
})

test('whoever has answered or given the replay has had a hand in it, and is not on the list either', async () => {
  for (const who of [chen, guo]) await changePerson(cloud.engine, who, { grants: [{ role: 'liveHost' }] })
  const broadcastId = await takenPart([lin, chen, han, guo])
  await does(chen, 'live.answerMessage', { broadcastId })
  await at(75)
  const { version } = (await run(broadcastId)).broadcast
  const replay = { platform: { kind: 'web', url: PAGE }, from: NOW }
  await does(guo, 'live.giveReplay', { broadcastId, version, replay })
  expectData(await call(xiang, 'live.closeDraw', { broadcastId }))
  const mine = await Promise.all([lin, chen, han, guo].map(async who => (await shown(who, broadcastId)).mine))
  expect(mine.map(code => code !== null)).toEqual([true, false, true, false])
  for (const who of [chen, guo]) await changePerson(cloud.engine, who, { grants: who.grants })
})

test('no draw without prizes, before the beginning, or with nobody', async () => {
  const plain = await takenPart([lin], { prizes: [] })
  for (const name of ['live.closeDraw', 'live.draw'] as const) {
    const reply = await call(xiang, name, { broadcastId: plain })
    if (name === 'live.draw') expectError('live.draw', reply, 'LIVE_NO_DRAW')
    else expectError('live.closeDraw', reply, 'LIVE_NO_DRAW')
  }
  expectError('live.openDraw', await call(lin, 'live.openDraw', { broadcastId: plain }), 'LIVE_NO_DRAW')
  await at(0)
  const early = await publish(NOW, {}, 30)
  const tooSoon = await call(xiang, 'live.closeDraw', { broadcastId: early })
  expectError('live.closeDraw', tooSoon, 'LIVE_DRAW_STEP_REFUSED')
  await at(31)
  expectError(
    'live.closeDraw',
    await call(xiang, 'live.closeDraw', { broadcastId: early }),
    'LIVE_DRAW_NOBODY',
  )
  expectError('live.draw', await call(xiang, 'live.draw', { broadcastId: early }), 'LIVE_DRAW_STEP_REFUSED')
  const none = { broadcastId: 'none' }
  expectError('live.closeDraw', await call(xiang, 'live.closeDraw', none), 'LIVE_BROADCAST_MISSING')
  expectError('live.draw', await call(xiang, 'live.draw', none), 'LIVE_BROADCAST_MISSING')
  expectError('live.openDraw', await call(lin, 'live.openDraw', none), 'LIVE_BROADCAST_MISSING')
})

test('a draw that nobody has qualified for is closed once it is over, without winners, before everybody’s eyes', async () => {
  await at(0)
  const broadcastId = await publish(NOW, { title: '没有人够格' }, 30)
  await at(95)
  const closed = expectData(await call<{ entries: number }>(xiang, 'live.closeDraw', { broadcastId }))
  expect(closed.entries).toBe(0)
  const { draw } = await shown(lin, broadcastId)
  expect(draw).toMatchObject({ state: 'nobody', codes: [], winners: [] })
  expect(checkDraw({ ...draw, seed: draw.seed ?? '' })).toEqual({ seed: true, list: true, winners: true })
  for (const name of ['live.closeDraw', 'live.draw'] as const) {
    const again = await call(xiang, name, { broadcastId })
    if (name === 'live.draw') expectError('live.draw', again, 'LIVE_DRAW_STEP_REFUSED')
    else expectError('live.closeDraw', again, 'LIVE_DRAW_STEP_REFUSED')
  }
})

test('a closed list keeps whose its codes are until it is drawn or given up, however long that takes', async () => {
  const broadcastId = await takenPart([lin])
  await does(xiang, 'live.closeDraw', { broadcastId })
  const kept = async () => {
    await cloud.timer('live', 'tend')
    const all = await cloud.dump<PresenceDocument>('live_presences')
    return all.filter(one => one.broadcastId === broadcastId).length > 0
  }
  const DAY = 24 * 60
  await at(DAY)
  await kept()
  await at(100 * DAY)
  expect(await kept()).toBe(true)
  const giveUp = (id = broadcastId) =>
    call(xiang, 'live.giveUpDraw', { broadcastId: id, reason: '奖品改为全员发放' })
  expectData(await giveUp())
  expect((await run(broadcastId)).draw?.state).toBe('givenUp')
  expect(await kept()).toBe(false)
  expectError('live.giveUpDraw', await giveUp(), 'LIVE_DRAW_STEP_REFUSED')
  expectError('live.giveUpDraw', await giveUp('none'), 'LIVE_BROADCAST_MISSING')
  const plain = await write(NOW + 100 * DAY * MINUTE_MS, { prizes: [] }, 600)
  expectError('live.giveUpDraw', await giveUp(plain), 'LIVE_NO_DRAW')
})
