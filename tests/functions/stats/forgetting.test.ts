import { DAY_MS } from '@domain/kernel/time'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, han } = people
const CAME_ON = '2026-01-10'
const CAME_AT = Date.parse(`${CAME_ON}T09:00:00+08:00`)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: `${CAME_ON}T09:00:00+08:00` })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const daysLater = (days: number) => cloud.clock(new Date(CAME_AT + days * DAY_MS).toISOString())
const rollUp = async () =>
  expect(await cloud.timer('stats', 'rollUp')).toMatchObject({ data: { data: { failed: [] } } })

const sets = ['stats_people', 'stats_month_people'] as const
const keptOf = async (name: (typeof sets)[number], id: string) =>
  (await cloud.dump<{ _id: string; visited: string[] }>(name)).find(({ _id }) => _id === id)
const everySet = async () => JSON.stringify(await Promise.all(sets.map(name => cloud.dump(name))))

test('whoever is forgotten stands under another pseudonym in sets whose batches are gone, however it was cut off', async () => {
  for (const { openid } of [lin, han]) {
    const events = [{ kind: 'visit', what: 'pages/home', number: 0, secondsAgo: 0 }]
    expectData(
      await cloud.call(openid, 'stats.record', { visitId: `visit-${openid}`, events }, newRequestId()),
    )
  }
  const [batch] = (await cloud.dump<{ who: string; visitId: string }>('stats_batches')).filter(
    ({ visitId }) => visitId === `visit-${lin.openid}`,
  )
  const who = batch?.who ?? ''
  await daysLater(100)
  await rollUp()
  expect(await cloud.dump('stats_batches')).toEqual([])
  expect((await keptOf('stats_people', CAME_ON))?.visited).toContain(who)

  const asked = { words: 'anonymous', confirmedBy: lin.employeeId }
  expectData(await cloud.call(lin.openid, 'identity.requestDeletion', asked, newRequestId()))
  await daysLater(107)
  await cloud.fault({ database: { collection: 'stats_month_people', mode: 'fail' } })
  await cloud.timer('identity', 'tend')
  await cloud.fault({ clear: true })
  expect((await keptOf('stats_people', CAME_ON))?.visited).not.toContain(who)
  expect((await keptOf('stats_month_people', '2026-01'))?.visited).toContain(who)
  await cloud.timer('identity', 'tend')
  await rollUp()
  expect(await everySet()).not.toContain(who)
  const day = (await keptOf('stats_people', CAME_ON))?.visited
  expect(day).toHaveLength(2)
  expect(await keptOf('stats_month_people', '2026-01')).toMatchObject({ visited: day })
})

test('batches are kept ninety days, sets of days four months, those of months thirteen; figures stay', async () => {
  await cloud.engine.insertMany('stats_month_people', [
    { _id: '2025-02', visited: [], registered: [] },
    { _id: '2025-06', visited: [], registered: [] },
  ])
  await daysLater(130)
  await rollUp()
  expect(await keptOf('stats_people', CAME_ON)).toBeUndefined()
  expect(await keptOf('stats_people', '2026-01-18')).toBeDefined()
  expect(await keptOf('stats_month_people', '2025-02')).toBeUndefined()
  expect(await keptOf('stats_month_people', '2025-06')).toBeDefined()
  const [figures] = (await cloud.dump<{ _id: string }>('stats_daily')).filter(({ _id }) => _id === CAME_ON)
  expect(figures).toMatchObject({ visitors: 2 })
})
