import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { MALL_CLOCK, startMallCloud } from '../../support/mallWorld'
import { people } from '../../support/people'

const { luo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMallCloud()
})
afterAll(() => cloud.close())

type Note = { _id: string; path: string; fileId: string | null; expiresAt: number }
const notes = () => cloud.dump<Note>('mall_exports')

async function tidyUp(): Promise<void> {
  await cloud.clock('2026-11-25T03:30:00+08:00')
  await cloud.timer('mall', 'sweep')
  await cloud.clock(MALL_CLOCK)
}

test('a table is removed in the night also where its call died after it was stored', async () => {
  const lying = () => readdirSync(path.join(cloud.dataDir, 'storage')).length
  const before = lying()
  const requestId = newRequestId()
  const exported = () => cloud.call<{ url: string }>(luo.openid, 'mall.exportOrders', { days: 7 }, requestId)
  // At the beginning of its transaction, when the table lies there: caller, orders, who hides something, the note.
  await cloud.fault({
    function: { name: 'mall', procedure: 'exportOrders', mode: 'kill', after: 5, times: 1, when: 'before' },
  })
  expect((await exported()).ok).toBe(false)
  await cloud.fault({ clear: true })
  // A later try makes another name.
  await cloud.clock('2026-11-24T12:21:00+08:00')
  const { url } = expectData(await exported())
  expect((await fetch(url)).status).toBe(200)
  const left = await notes()
  expect(left.map(({ fileId }) => fileId === null).sort()).toEqual([false, true])
  expect(lying()).toBeGreaterThan(before)
  await tidyUp()
  expect(await notes()).toEqual([])
  expect(lying()).toBe(before)
})

test('all tables of a day are removed in one night', async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...{ _id: `note-${index}`, path: `documents/orders/${index}/a.csv`, expiresAt: 1 },
    fileId: `cloud://wo-local.wo-local/documents/orders/${index}/a.csv`,
  }))
  await cloud.engine.insertMany('mall_exports', many)
  await tidyUp()
  expect(await notes()).toEqual([])
})
