import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dataFolderOf } from '../../../tools/local-cloud/dataFolder'
import { startFixtureCloud } from './fixtureCloud'

const ROOT = path.resolve(__dirname, '../../..')

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'wo-folder-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** `npm run …` as a person would; what it printed and how it ended. */
function run(script: string, ...args: string[]): Promise<{ failed: boolean; output: string }> {
  const command = ['--import', 'tsx', path.join(ROOT, script), ...args]
  return new Promise(resolve => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    )
  })
}

describe('a data folder', () => {
  it('is one of its own on each port', () => {
    expect([dataFolderOf(), dataFolderOf(7420), dataFolderOf(7531)]).toEqual([
      '.data/cloud',
      '.data/cloud',
      '.data/cloud-7531',
    ])
  })

  it('has one cloud at a time, and says which', async () => {
    const first = await startFixtureCloud({ dataDir })
    await expect(startFixtureCloud({ dataDir })).rejects.toThrow(
      `${dataDir} is in use by the local cloud at ${first.url} (process ${process.pid}). Stop it first`,
    )
    await first.call('o-anna', 'probe.addNote', { _id: 'kept' })
    await first.close()
    const second = await startFixtureCloud({ dataDir })
    expect(await second.dump('probe_notes')).toMatchObject([{ _id: 'kept' }])
    await second.close()
  })

  it('is free again after a start that failed', async () => {
    await expect(startFixtureCloud({ dataDir, functionsDir: '/nowhere' })).rejects.toThrow()
    await (await startFixtureCloud({ dataDir })).close()
  })

  it('is neither seeded nor audited under a cloud that runs on it', async () => {
    const cloud = await startFixtureCloud({ dataDir })
    await cloud.call('o-anna', 'probe.addNote', { _id: 'kept' })
    for (const [script, ...args] of [['tools/seed/main.ts', 'none'], ['tools/audit/main.ts']]) {
      const { failed, output } = await run(script as string, ...args, '--data', dataDir)
      expect([failed, output]).toEqual([
        true,
        expect.stringContaining(`in use by the local cloud at ${cloud.url}`),
      ])
    }
    expect(existsSync(path.join(dataDir, 'database/data.mdb'))).toBe(true)
    expect(await cloud.dump('probe_notes')).toMatchObject([{ _id: 'kept' }])
    await cloud.close()
    expect((await run('tools/seed/main.ts', 'none', '--data', dataDir)).failed).toBe(false)
    expect((await readdir(dataDir)).sort()).toEqual(['in-use.lock', 'seed.json'])
  })

  it('is not emptied where something else lies', async () => {
    await mkdir(path.join(dataDir, 'letters'))
    await writeFile(path.join(dataDir, 'letters/one.txt'), 'kept')
    const { failed, output } = await run('tools/seed/main.ts', 'none', '--data', dataDir)
    expect([failed, output]).toEqual([true, expect.stringContaining('it stays as it is')])
    expect(await readdir(dataDir)).toEqual(['letters'])
  })
})
