import { type KeptName, keptNames } from '@domain/identity/ownData'
import { HOUR_MS } from '@domain/kernel/time'
import { strFromU8, unzipSync } from 'fflate'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { leaveTraces, type OwnThings } from '../../support/ownWorld'
import { insertPeople, people, type TestPerson } from '../../support/people'

const CLOCK = '2026-11-24T12:20:00+08:00'
const NOW = Date.parse(CLOCK)
const { lin, chen, han, guo, luo, tang } = people

let cloud: TestCloud
let things: OwnThings

beforeAll(async () => {
  cloud = await startTestCloud({ clock: CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  things = await leaveTraces(cloud, lin, NOW)
})
afterAll(() => cloud.close())

const ask = (who: TestPerson) => cloud.call(who.openid, 'identity.requestExport', {}, newRequestId())
const proceed = (who: TestPerson) =>
  cloud.call<{ state: string; url: string }>(who.openid, 'identity.continueExport')

async function fetched(url: string): Promise<Record<string, string>> {
  const reply = await fetch(url)
  expect(reply.status).toBe(200)
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]))
}

async function edit(collectionName: string, id: string, set: object): Promise<void> {
  const { reply } = await cloud.engine.execute('database.modifyDocument', {
    collectionName,
    query: JSON.stringify({ _id: id }),
    queryType: 'WHERE',
    data: JSON.stringify({ $set: set }),
    multi: false,
    merge: true,
    upsert: false,
  })
  if (reply.code) throw new Error(reply.message)
}

/** What colleagues have decided of somebody's: a role, an exchange of what came back broken, a word from the door. */
async function haveBeenDecided(): Promise<void> {
  const by = ({ employeeId, name }: TestPerson) => ({ employeeId, name, at: NOW })
  const given = { byId: guo.employeeId, byName: guo.name, at: NOW }
  await edit('identity_employees', lin.employeeId, { grants: [{ role: 'moderator', given }] })
  const swap = { variantId: 'one', restock: 'done', heldAs: 'held', broken: by(luo) }
  await edit('mall_orders', things.orderId, { swap, broken: by(luo) })
  const places = await cloud.dump<{ _id: string; employeeId: string }>('booking_places')
  const answer = { verdict: 'dismiss', reason: '没有记到', by: han.name, at: NOW }
  for (const { _id } of places.filter(({ employeeId }) => employeeId === lin.employeeId))
    await edit('booking_places', _id, { told: { what: 'here', at: NOW, answer } })
}

test('shows how much each room keeps', async () => {
  const { tables } = expectData(
    await cloud.call<{ tables: { name: KeptName; rows: number }[] }>(lin.openid, 'identity.openMyData'),
  )
  expect(tables.map(({ name }) => name)).toEqual(keptNames)
  const rows = Object.fromEntries(tables.map(({ name, rows: count }) => [name, count]))
  expect(rows).toMatchObject({
    person: 1,
    account: 1,
    streak: 1,
    posts: 3,
    comments: 4,
    reviews: 2,
    reports: 1,
    favourites: 1,
    follows: 1,
    memberships: 1,
    offices: 2,
    foundings: 1,
    places: 3,
    orders: 1,
    documents: 1,
    tickets: 2,
    ticketWords: 3,
    desks: 1,
    suggestions: 1,
    wordbook: 1,
  })
})

test('hands everything of one person over in one file, and nothing of anybody else', async () => {
  await haveBeenDecided()
  expectError('identity.continueExport', await proceed(lin), 'IDENTITY_EXPORT_MISSING')
  expect(expectData(await ask(lin))).toMatchObject({ state: 'gathering' })
  const { url, state } = expectData(await proceed(lin))
  expect(state).toBe('ready')
  // Only the link opens it, whoever knows where it lies.
  expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403)
  const files = await fetched(url)
  const { tables } = JSON.parse(files['data.json'] ?? '') as { tables: Record<KeptName, object[]> }
  expect(tables.posts).toContainEqual(expect.objectContaining({ postId: things.postId }))
  expect(tables.orders).toMatchObject([{ delivery: { phone: '13816620426' } }])
  expect(tables.entries.length).toBeGreaterThan(3)
  const said = tables.ticketWords.map(words => (words as { body: string }).body)
  expect(said.sort()).toEqual(['下午更冷', '换了阀门', '靠窗三排只有 16 度'].sort())
  expect(files['posts.csv']).toContain('露营清单')
  expect(files['说明.txt']).toContain('沃币明细')
  const all = Object.values(files).join('\n')
  for (const foreign of [han.phone, '写给 VC018842']) expect(all).not.toContain(foreign)
  const { person, orders, places, memberships, foundings, reviews } = tables
  expect(JSON.stringify(person)).not.toContain(lin.openid)
  // Who decided, shipped or let them in is a colleague's part.
  expect(person).toMatchObject([{ grants: [{ role: 'moderator', givenAt: NOW }] }])
  expect(JSON.stringify(orders)).toContain('"swap"')
  expect(JSON.stringify(places)).toContain('没有记到')
  const decided = JSON.stringify([person, orders, places, memberships, foundings, reviews])
  for (const { name, employeeId } of [han, guo, luo])
    expect([name, employeeId].filter(word => decided.includes(word))).toEqual([])
  expect(files['orders.csv']).toContain('2026-11-24 12:20:00')
  expect(all).not.toMatch(/[aA]t"":\d/)
  expect(files['reports.csv']).toContain('2026-11-24 12:20:00')
})

test('can be asked for once in 24 hours, and asked of nobody else', async () => {
  expectError('identity.requestExport', await ask(lin), 'IDENTITY_EXPORT_TOO_SOON')
  expectError('identity.continueExport', await proceed(chen), 'IDENTITY_EXPORT_MISSING')
})

test('is carried on by the timer when its reader does not come back', async () => {
  expectData(await ask(chen))
  await cloud.fault({
    function: { name: 'identity', procedure: 'continueExport', mode: 'kill', after: 6 },
  })
  expect((await proceed(chen)).ok).toBe(false)
  await cloud.fault({ clear: true })
  await cloud.timer('identity', 'tend')
  const kept = await cloud.dump<{ _id: string; state: string }>('identity_exports')
  expect(kept.find(({ _id }) => _id === chen.employeeId)).toMatchObject({ state: 'ready' })
})

test('says so when the file is not where it was stored', async () => {
  expectData(await ask(tang))
  expectData(await proceed(tang))
  await edit('identity_exports', tang.employeeId, {
    fileId: 'cloud://wo-local.wo-local/exports/none.zip',
  })
  expectError('identity.continueExport', await proceed(tang), 'IDENTITY_EXPORT_FAILED')
})

test('is gone after 24 hours, file and note', async () => {
  const { url } = expectData(await proceed(lin))
  await cloud.clock(new Date(NOW + 24 * HOUR_MS).toISOString())
  await cloud.timer('identity', 'tend')
  expect(await cloud.dump('identity_exports')).toEqual([])
  expect((await fetch(url)).status).not.toBe(200)
  expectData(await ask(lin))
  await cloud.clock(CLOCK)
})

test('asked for anew before the timer has come takes the file of the one before away', async () => {
  const again = CLOCK.replace('24T', '27T')
  await cloud.clock(again)
  expectData(await ask(lin))
  const first = expectData(await proceed(lin))
  await cloud.clock(new Date(Date.parse(again) + 24 * HOUR_MS).toISOString())
  expectData(await ask(lin))
  const second = expectData(await proceed(lin))
  expect((await fetch(first.url)).status).not.toBe(200)
  expect((await fetch(second.url)).status).toBe(200)
  await cloud.clock(CLOCK)
})
