import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dayOf, HOUR_MS, startOfDay } from '@domain/kernel/time'
import { strFromU8, unzipSync } from 'fflate'
import { seededRandom } from '../../../tools/local-cloud/state/seededRandom'
import { decideInEveryRoom } from '../../support/decisions'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

/** Random worlds that differ each time would hide what went wrong: another seed gives another one. */
const SEED = 20190831
const DAY = '2026-01-31'
const { ning, lin, han, chen, luo } = people
const crowd = [lin, han, chen, luo]

interface Told {
  who: TestPerson
  requestId: string
  visitId: string
  receivedAt: number
  events: { kind: 'visit' | 'view'; what: string; number: number; secondsAgo: number }[]
}

interface Figures {
  _id: string
  visits: number
  visitors: number
  views: number
  visitors7: number
  coinsInCirculation: number
  posts: number
  approvals: number
  approvalMinutes: number[]
}

let cloud: TestCloud
const chance = seededRandom(SEED)
const whole = (most: number) => Math.floor(chance() * most)

beforeAll(async () => {
  cloud = await startTestCloud({ clock: `${DAY}T00:05:00+08:00` })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
})
afterAll(() => cloud.close())

const told: Told[] = []
let visits = 0

/** Batches of some hours around midnight at the end of a month; some late, some of visits that began before. */
function someBatches(from: number, count: number): Told[] {
  return Array.from({ length: count }, () => {
    const who = crowd[whole(crowd.length)] as TestPerson
    visits += 1
    const length = 1 + whole(3)
    const ago = whole(30 * 3_600)
    return {
      who,
      requestId: newRequestId(),
      visitId: `visit-${String(visits).padStart(6, '0')}`,
      receivedAt: from + whole(20 * 60_000),
      events: Array.from({ length }, (_, number) => ({
        kind: number === 0 ? ('visit' as const) : ('view' as const),
        what: number === 0 ? 'pages/home' : 'forum/post',
        number,
        secondsAgo: Math.max(0, ago - number * 40),
      })),
    }
  })
}

async function send(batches: readonly Told[]): Promise<void> {
  for (const { who, requestId, visitId, events, receivedAt } of batches) {
    await cloud.clock(new Date(receivedAt).toISOString())
    expectData(await cloud.call(who.openid, 'stats.record', { visitId, events }, requestId))
  }
}

async function rollAt(at: number): Promise<void> {
  await cloud.clock(new Date(at).toISOString())
  const ran = await cloud.timer('stats', 'rollUp')
  expect(ran).toMatchObject({ data: { data: { failed: [] } } })
}

function recount(on: string) {
  const events = told.flatMap(({ who, receivedAt, events }) =>
    events.map(({ kind, secondsAgo }) => ({ who: who.openid, kind, at: receivedAt - secondsAgo * 1_000 })),
  )
  const today = events.filter(({ at }) => dayOf(at) === on)
  const week = events.filter(({ at }) => at >= startOfDay(on) - 6 * 24 * HOUR_MS && dayOf(at) <= on)
  return {
    visits: today.filter(({ kind }) => kind === 'visit').length,
    views: today.filter(({ kind }) => kind === 'view').length,
    visitors: new Set(today.map(({ who }) => who)).size,
    visitors7: new Set(week.map(({ who }) => who)).size,
  }
}

test('before the first count there is nothing to show', async () => {
  const open = (name: string) => cloud.call(ning.openid, name, {})
  expectError('stats.openDashboard', await open('stats.openDashboard'), 'STATS_NOTHING_YET')
  expectError('stats.openAdviser', await open('stats.openAdviser'), 'STATS_NOTHING_YET')
  expectError(
    'stats.exportDashboard',
    await cloud.call(ning.openid, 'stats.exportDashboard', {}, newRequestId()),
    'STATS_NOTHING_YET',
  )
})

test('figures equal a recount of every event, across a month’s end, with late and repeated batches, however often it runs', async () => {
  const midnight = startOfDay('2026-02-01')
  for (const from of [midnight - 20 * HOUR_MS, midnight - HOUR_MS / 4, midnight + 9 * HOUR_MS]) {
    const batches = someBatches(from, 14)
    told.push(...batches)
    await send(batches)
    // A phone that heard no answer sends the same batch once more, and later.
    await send(batches.slice(0, 4).map(batch => ({ ...batch, receivedAt: batch.receivedAt + HOUR_MS })))
    await rollAt(from + 2 * HOUR_MS)
  }
  const before = await cloud.dump<Figures>('stats_daily')
  for (const on of ['2026-01-30', '2026-01-31', '2026-02-01'])
    expect(before.find(({ _id }) => _id === on)).toMatchObject(recount(on))
  const hours = await cloud.dump<{ on: string; visits: number }>('stats_hourly')
  expect(hours.filter(({ on }) => on === DAY).reduce((sum, hour) => sum + hour.visits, 0)).toBe(
    recount(DAY).visits,
  )
  const months = await cloud.dump<{ _id: string; visits: number }>('stats_monthly')
  expect(months.find(({ _id }) => _id === '2026-02')?.visits).toBe(recount('2026-02-01').visits)
  await rollAt(midnight + 12 * HOUR_MS)
  expect(await cloud.dump('stats_daily')).toEqual(before)
})

test('nobody’s number stands in what is counted', async () => {
  const kept = JSON.stringify([
    ...(await cloud.dump('stats_batches')),
    ...(await cloud.dump('stats_people')),
    ...(await cloud.dump('stats_month_people')),
  ])
  for (const { employeeId, openid, name } of crowd)
    for (const text of [employeeId, openid, name]) expect(kept).not.toContain(text)
})

test('posts and coins are counted where they are kept, and a post that is taken back is no longer counted', async () => {
  await cloud.clock('2026-02-01T20:00:00+08:00')
  const post = { boardId: 'life', title: '露营', body: '带什么' }
  const { postId } = expectData(
    await cloud.call<{ postId: string }>(lin.openid, 'forum.createPost', post, newRequestId()),
  )
  await rollAt(Date.parse('2026-02-01T21:05:00+08:00'))
  const dayNow = async () =>
    (await cloud.dump<Figures>('stats_daily')).find(({ _id }) => _id === '2026-02-01')
  expect(await dayNow()).toMatchObject({ posts: 1, postsPublished: 1, coinsEarned: 5, coinsInCirculation: 5 })
  expectData(await cloud.call(lin.openid, 'forum.deletePost', { postId }, newRequestId()))
  await rollAt(Date.parse('2026-02-01T22:05:00+08:00'))
  expect(await dayNow()).toMatchObject({ posts: 0, postsPublished: 1, coinsInCirculation: 0 })
})

test('everything that waits for a yes is counted with the time it took, whatever room it waited in', async () => {
  const minutes = await decideInEveryRoom(cloud.engine, Date.parse('2026-02-01T12:00:00+08:00'))
  await rollAt(Date.parse('2026-02-01T22:10:00+08:00'))
  const days = await cloud.dump<Figures>('stats_daily')
  const { approvals, approvalMinutes } = days.find(({ _id }) => _id === '2026-02-01') as Figures
  expect([...approvalMinutes].sort((a, b) => a - b)).toEqual(minutes)
  expect(approvals).toBe(minutes.length)
})

test('the page is made of roll-ups, says what each figure counts, and shows no group of fewer than five', async () => {
  const open = (input: object) =>
    cloud.call<{ tiles: { key: string; value: number }[]; departments: string[] }>(
      ning.openid,
      'stats.openDashboard',
      input,
    )
  const month = expectData(await open({ span: 'month' }))
  const tile = (key: string) => month.tiles.find(one => one.key === key)
  expect(tile('visits')?.value).toBe(recount('2026-02-01').visits)
  for (const one of month.tiles)
    expect(one).toMatchObject({ definition: expect.any(String), denominator: expect.any(String) })
  for (const span of ['today', 'week', 'all']) expectData(await open({ span }))
  expectData(await open({ span: 'range', from: '2026-01-31', on: '2026-02-01' }))
  expectError(
    'stats.openDashboard',
    await open({ span: 'range', from: '2026-02-02', on: '2026-02-01' }),
    'STATS_RANGE_WRONG',
  )
  expectError(
    'stats.openDashboard',
    await open({ span: 'month', department: '法务' }),
    'STATS_GROUP_TOO_SMALL',
  )
  for (const department of month.departments) expectData(await open({ span: 'today', department }))
  expectData(await cloud.call(ning.openid, 'stats.openAdviser'))
})

test('what somebody did stands among the departments also when they have left, so that it is not what is missing', async () => {
  await changePerson(cloud.engine, luo, { department: '一人部门' })
  const batches = someBatches(Date.parse('2026-02-01T22:11:00+08:00'), 1).map(batch => ({
    ...batch,
    who: luo,
    events: [{ kind: 'visit' as const, what: 'pages/home', number: 0, secondsAgo: 0 }],
  }))
  told.push(...batches)
  await send(batches)
  await changePerson(cloud.engine, luo, { status: 'left' })
  await rollAt(Date.parse('2026-02-01T22:35:00+08:00'))
  const on = { _id: '2026-02-01' }
  const [day] = (await cloud.dump<Figures>('stats_daily')).filter(({ _id }) => _id === on._id)
  const [shown] = (await cloud.dump<{ _id: string; departments: Figures[] }>('stats_departments')).filter(
    ({ _id }) => _id === on._id,
  )
  const visits = shown?.departments.reduce((sum, row) => sum + row.visits, 0)
  await changePerson(cloud.engine, luo, { status: 'active', department: luo.department })
  expect(visits).toBe(day?.visits)
})

const exported = (input: object) =>
  cloud.call<{ url: string }>(ning.openid, 'stats.exportDashboard', input, newRequestId())

async function sheetsOf(url: string): Promise<string[]> {
  const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  const names = Object.keys(files).filter(name => /sheet\d+\.xml$/.test(name))
  const shared = files['xl/sharedStrings.xml']
  return [...names.map(name => strFromU8(files[name] as Uint8Array)), shared ? strFromU8(shared) : '']
}

test('the page leaves as a workbook with the days that it is made of; of a department only what the page shows', async () => {
  const { url } = expectData(await exported({ span: 'range', from: '2026-01-31', on: '2026-02-01' }))
  const sheets = await sheetsOf(url)
  expect(sheets).toHaveLength(10)
  const text = sheets.join('')
  const figures = `<v>${recount('2026-01-31').visits}</v>`
  const words = ['2026-01-31', '2026-02-01', '打开小程序算一次访问', '周日', '30 天后', figures]
  expect(words.filter(one => !text.includes(one))).toEqual([])
  const { departments } = expectData(
    await cloud.call<{ departments: string[] }>(ning.openid, 'stats.openDashboard', {}),
  )
  const [department] = departments
  const own = await sheetsOf(expectData(await exported({ span: 'today', department })).url)
  expect(own).toHaveLength(2)
  expectError(
    'stats.exportDashboard',
    await exported({ span: 'today', department: '法务' }),
    'STATS_GROUP_TOO_SMALL',
  )
  expectError(
    'stats.exportDashboard',
    await exported({ span: 'range', from: '2026-02-02', on: '2026-02-01' }),
    'STATS_RANGE_WRONG',
  )
  expect(await cloud.dump('stats_files')).toHaveLength(2)
  await rollAt(Date.parse('2026-02-01T23:05:00+08:00'))
  expect(await cloud.dump('stats_files')).toEqual([])
})

test('a workbook that could not be stored is said to be so', async () => {
  const folder = path.join(cloud.dataDir, 'storage')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, '')
  // The local cloud says on its output what it could not write.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const refused = await exported({})
  told.mockRestore()
  await rm(folder)
  await rename(`${folder}.away`, folder)
  expectError('stats.exportDashboard', refused, 'STATS_EXPORT_FAILED')
})

test('the weekly report is made once the week is over, and told once to whoever wants it', async () => {
  expectError(
    'stats.openReport',
    await cloud.call(ning.openid, 'stats.openReport', { week: '2026-W05' }),
    'STATS_NO_REPORT',
  )
  expectData(await cloud.call(ning.openid, 'stats.subscribe', { subscribed: true }))
  for (const clock of ['2026-02-02T08:05:00+08:00', '2026-02-02T09:05:00+08:00'])
    await rollAt(Date.parse(clock))
  const report = expectData(
    await cloud.call<{ week: string; file: string }>(ning.openid, 'stats.openReport', {}),
  )
  expect(report).toMatchObject({ week: '2026-W05', from: '2026-01-26', to: '2026-02-01', subscribed: true })
  const file = Buffer.from(await (await fetch(report.file)).arrayBuffer())
  expect(file.subarray(0, 2).toString()).toBe('PK')
  const notices = await cloud.dump<{ target: { kind: string } | null }>('notice_messages')
  expect(notices.filter(({ target }) => target?.kind === 'report')).toMatchObject([
    { employeeId: ning.employeeId, body: '1 月 26 日–2 月 1 日，附表格' },
  ])
  expectData(await cloud.call(ning.openid, 'stats.subscribe', { subscribed: false }))
})
