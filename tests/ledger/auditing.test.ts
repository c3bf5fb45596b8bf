import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { startTestCloud, type TestCloud } from '../support/localCloud'
import { BOARD, colleague, succeed } from '../support/talkWorld'
import { runAudit } from './auditCommand'
import { ledgerWorld } from './world'

const CLI_MS = 120_000
const ROOT = path.resolve(__dirname, '../..')

describe('a cloud in use', () => {
  let cloud: TestCloud
  let between: Server
  let posted = 0

  beforeAll(async () => {
    cloud = await startTestCloud({ clock: '2026-03-02T08:00:00+08:00' })
    await ledgerWorld(cloud.engine, 20)
    await write()
    // Somebody posts between any two of the auditor's looks.
    between = createServer(async (request, response) => {
      const reply = await fetch(`${cloud.url}${request.url}`)
      const text = await reply.text()
      if (request.url?.startsWith('/local/dump')) await write()
      response.writeHead(reply.status).end(text)
    })
    await new Promise<void>(resolve => between.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await new Promise(resolve => between.close(resolve))
    await cloud.close()
  })

  async function write(): Promise<void> {
    posted += 1
    const author = colleague(1 + (posted % 20))
    const post = { boardId: BOARD, title: '周末露营', body: `第 ${posted} 次，一起去` }
    await succeed(cloud, author, 'forum.createPost', post)
  }

  it(
    'is audited as it was at one moment, while people post',
    async () => {
      const { port } = between.address() as AddressInfo
      const { code, output } = await runAudit('--url', `http://127.0.0.1:${port}`)
      expect(output).toContain('1 entries, 1 accounts')
      expect(output).toContain('Sound')
      expect(code).toBe(0)
      // Of the post that came after that moment the next audit knows.
      expect((await runAudit('--url', cloud.url)).output).toContain(`${posted} entries`)
      expect(posted).toBeGreaterThan(1)
    },
    CLI_MS,
  )

  it('shows several collections at once, and none that it has not', async () => {
    const { body } = await cloud.door('GET', '/local/dump?of=forum_boards,coin_rules')
    expect(body).toMatchObject({ forum_boards: [{ name: '公告' }, { name: '生活' }], coin_rules: [] })
    expect((await cloud.door('GET', '/local/dump?of=forum_boards,nowhere')).status).toBe(404)
  })
})

describe('a data folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wo-audited-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it(
    'that was seeded with nothing is an empty ledger',
    async () => {
      const seed = ['--import', 'tsx', path.join(ROOT, 'tools/seed/main.ts'), 'none', '--data', folder]
      await promisify(execFile)(process.execPath, seed, { cwd: ROOT })
      const { code, output } = await runAudit('--data', folder)
      expect(output).toContain('0 entries, 0 accounts')
      expect(code).toBe(0)
    },
    CLI_MS,
  )

  it(
    'where no cloud ever was is none',
    async () => {
      const { code, output } = await runAudit('--data', folder)
      expect(output).toContain(`There is no data in ${folder}`)
      expect(code).toBe(2)
    },
    CLI_MS,
  )
})
