import { dayAfter } from '@domain/stats/events'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people } from '../../support/people'
import { busyNoons, NOON } from '../../support/statsLife'

const TODAY = '2026-11-24'
const keepers = [people.liang, people.cen]

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: `${TODAY}T10:00:00+08:00` })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

/** Four weeks in which people come at noon. */
async function count(): Promise<void> {
  const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }
  const first = dayAfter(TODAY, -28)
  await cloud.engine.insertMany('stats_progress', [
    { _id: 'rollUp', version: 0, first, next: TODAY, recountedOn: TODAY, last: TODAY, setting },
  ])
  await cloud.engine.insertMany('stats_daily', busyNoons(TODAY))
}

const send = (window: typeof NOON) =>
  cloud.call<{ told: string[] }>(people.ning.openid, 'stats.sendProposal', window, newRequestId())

test('a window that the adviser proposes goes to everybody who writes the rules, and another one to nobody', async () => {
  expectError('stats.sendProposal', await send(NOON), 'STATS_NOTHING_YET')
  await count()
  expectError('stats.sendProposal', await send({ ...NOON, toMinute: 840 }), 'STATS_NOT_PROPOSED')
  const { told } = expectData(await send(NOON))
  expect([...told].sort()).toEqual(keepers.map(({ name }) => name).sort())
  const notices = await cloud.dump<{ employeeId: string; title: string; target: object }>('notice_messages')
  expect(notices.map(({ employeeId }) => employeeId).sort()).toEqual(
    keepers.map(({ employeeId }) => employeeId).sort(),
  )
  for (const notice of notices)
    expect(notice).toMatchObject({
      title: '建议在 12:00–13:30 开 Happy Hour',
      body: '没开的时候每天 120 次访问，每半小时是平常的 6.7 倍。',
      from: people.ning.name,
      target: { kind: 'happyHour' },
    })
  // Once more on the same day it is in nobody's inbox twice; whoever writes the rules since gets theirs.
  const inboxes = async () =>
    (await cloud.dump<{ employeeId: string }>('notice_messages')).map(({ employeeId }) => employeeId).sort()
  await changePerson(cloud.engine, people.tang, { grants: people.liang.grants ?? [] })
  const again = await Promise.all([send(NOON), send(NOON)])
  for (const reply of again)
    expect([...expectData(reply).told].sort()).toEqual(
      [...keepers, people.tang].map(({ name }) => name).sort(),
    )
  expect(await inboxes()).toEqual([...keepers, people.tang].map(({ employeeId }) => employeeId).sort())
  for (const keeper of [...keepers, people.tang]) await changePerson(cloud.engine, keeper, { grants: [] })
  expectError('stats.sendProposal', await send(NOON), 'STATS_NO_KEEPER')
})
