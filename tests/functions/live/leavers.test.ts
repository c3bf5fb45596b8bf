import { MINUTE_MS } from '@domain/kernel/time'
import { expectData } from '../../support/expectError'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, run, publish, say, takePart } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())

test('whoever has left before the coins come gets none, and their host reads why', async () => {
  const prizes = [{ kind: 'coins', name: '', count: 2 }]
  const leaver = {
    ...lin,
    employeeId: 'VC730002',
    openid: 'wx-left-early',
    name: '早走的',
    phone: '13900009992',
  }
  await insertPeople(cloud.engine, [leaver])
  const broadcastId = await takePart(NOW, [leaver, han], { prizes })
  expectData(await call(xiang, 'live.closeDraw', { broadcastId }))
  expectData(await call(xiang, 'live.draw', { broadcastId }))
  await changePerson(cloud.engine, leaver, { status: 'left' })
  await cloud.timer('live', 'tend')
  const { draw } = await run(broadcastId)
  const winners = (draw?.winners ?? []) as unknown as { employeeId: string; paid: boolean; left: boolean }[]
  const how = new Map(winners.map(({ employeeId, paid, left }) => [employeeId, { paid, left }]))
  expect(how.get(han.employeeId)).toEqual({ paid: true, left: false })
  expect(how.get(leaver.employeeId)).toEqual({ paid: true, left: true })
  const entries = await cloud.dump<{ reason: string; employeeId: string }>('coin_entries')
  const won = entries.filter(({ reason }) => reason === 'live.won').map(({ employeeId }) => employeeId)
  expect(won).toContain(han.employeeId)
  expect(won).not.toContain(leaver.employeeId)
  const told = await cloud.dump<{ employeeId: string }>('notice_messages')
  expect(told.filter(({ employeeId }) => employeeId === leaver.employeeId)).toEqual([])
})

test('whoever took part and has left before the end is paid nothing by the timer', async () => {
  const leaver = { ...lin, employeeId: 'VC730005', openid: 'wx-gone', name: '离开的', phone: '13900009995' }
  await insertPeople(cloud.engine, [leaver])
  const both: TestPerson[] = [chen, leaver]
  const broadcastId = await publish(NOW, { title: '提前走', reward: { minutes: 5, message: true } }, 5)
  for (const minute of [6, 11]) {
    await at(minute)
    for (const who of both) await does(who, 'live.attend', { broadcastId })
  }
  await at(12)
  for (const who of both) await say(who, broadcastId, '先走一步')
  await changePerson(cloud.engine, leaver, { status: 'left' })
  await at(70)
  for (const _twice of [1, 2]) await cloud.timer('live', 'tend')
  const entries = await cloud.dump<{ employeeId: string; reason: string }>('coin_entries')
  const paid = entries.filter(({ reason }) => reason === 'live.joined').map(({ employeeId }) => employeeId)
  expect(paid).toContain(chen.employeeId)
  expect(paid).not.toContain(leaver.employeeId)
  expect((await run(broadcastId)).figures).toMatchObject({ viewers: 2, rewarded: 1 })
})
