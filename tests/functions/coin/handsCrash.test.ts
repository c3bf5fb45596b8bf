import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { attempt } from '../../support/talkWorld'

const { liang, lin } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-11-24T12:00:00+08:00' })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

test('a check of a list that was killed at any request is repeated by the same call, and its file then goes', async () => {
  let survived = 0
  for (let request = 3; survived === 0; request += 1) {
    const content = `员工编号,姓名,沃币,经验值,理由\n${lin.employeeId},${lin.name},10,0,年会志愿者`
    const fileId = await upload(cloud, liang.openid, `uploads/killed${request}.csv`, content)
    const requestId = newRequestId()
    const check = () => attempt(cloud, liang, 'coin.checkHands', { fileId, fileName: '名单.csv' }, requestId)
    await cloud.fault({ function: { name: 'coin', procedure: 'checkHands', mode: 'kill', after: request } })
    survived += (await check()).ok ? 1 : 0
    await cloud.fault({ clear: true })
    expect(await check()).toMatchObject({ ok: true, data: { read: 1, problems: [] } })
  }
  expect((await cloud.dump('coin_batches')).length).toBeGreaterThan(3)
})

test('a check that is repeated late keeps its file from the timer while it reads', async () => {
  const content = `员工编号,姓名,沃币,经验值,理由\n${lin.employeeId},${lin.name},10,0,年会志愿者`
  const fileId = await upload(cloud, liang.openid, 'uploads/late.csv', content)
  const requestId = newRequestId()
  const check = () => attempt(cloud, liang, 'coin.checkHands', { fileId, fileName: '名单.csv' }, requestId)
  for (const [clock, after] of [
    ['2026-11-24T12:00:00+08:00', 4],
    ['2026-11-24T12:11:00+08:00', 6],
  ] as const) {
    await cloud.clock(clock)
    await cloud.fault({ function: { name: 'coin', procedure: 'checkHands', mode: 'kill', after } })
    expect((await check()).ok).toBe(false)
    await cloud.fault({ clear: true })
  }
  await cloud.timer('identity', 'tend')
  expect(await check()).toMatchObject({ ok: true, data: { read: 1, problems: [] } })
})
