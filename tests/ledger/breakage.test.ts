import type { Entry } from '@domain/coin/entry'
import { startTestCloud, type TestCloud } from '../support/localCloud'
import { BOARD, colleague, succeed } from '../support/talkWorld'
import { runAudit } from './auditCommand'
import { ledgerWorld } from './world'

const CLI_MS = 120_000

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-03-02T08:00:00+08:00' })
  await ledgerWorld(cloud.engine, 3)
  for (const author of [1, 2, 3].map(colleague)) {
    const post = { boardId: BOARD, title: '周末露营', body: '一起去' }
    const { postId } = await succeed(cloud, author, 'forum.createPost', post)
    await succeed(cloud, author, 'forum.addComment', { postId, body: '补充一句' })
  }
})
afterAll(() => cloud.close())

/** Edits a document behind the house's back, as nothing in the house ever does. */
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

async function firstEntryOf(employeeId: string): Promise<Entry> {
  const entries = await cloud.dump<Entry>('coin_entries')
  const entry = entries.find(one => one.employeeId === employeeId && one.number === 1)
  if (!entry) throw new Error(`${employeeId} has no entry`)
  return entry
}

test(
  'the auditor passes a sound ledger and names each of four ways to break it',
  async () => {
    const [ann, bo, cai] = [1, 2, 3].map(number => colleague(number).employeeId) as [string, string, string]
    expect(await runAudit('--url', cloud.url)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Sound'),
    })

    await edit('coin_accounts', ann, { balance: 1_000 })
    const printed = await firstEntryOf(bo)
    await edit('coin_entries', printed._id, { postings: [{ account: `employee:${bo}`, amount: 10 }] })
    const paid = await firstEntryOf(cai)
    await cloud.engine.insertMany('coin_entries', [{ ...paid, _id: `${paid._id}-again`, number: 3 }])
    const never = { ...paid, _id: 'forum.post:never', reason: 'forum.post', sourceId: 'never', number: 4 }
    await cloud.engine.insertMany('coin_entries', [never])

    const { code, output } = await runAudit('--url', cloud.url)
    expect(code).toBe(1)
    expect(output).toContain(`BALANCE_DIFFERS  ${ann}  account: expected 14, found 1000`)
    expect(output).toContain(`SUM_NOT_ZERO  ${bo}  ${printed._id}: expected 0, found 10`)
    expect(output).toContain(`SOURCE_PAID_TWICE  ${cai}  ${paid._id}-again: expected ${paid._id}`)
    expect(output).toContain('forum.post:never: paid for what was never there')
  },
  CLI_MS,
)
