import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PreparedWorlds } from '../../../tools/local-cloud/preparedWorlds'
import { startTestCloud, type TestCloud } from '../../support/localCloud'

/** Whoever is first seeds it, on a machine that does other things as well. */
jest.setTimeout(240_000)

const MORNING = '2026-11-18T23:30:00.000Z'

describe('a demonstration world', () => {
  const digestOf = async (cloud: TestCloud) => (await cloud.door('GET', '/local/dump')).body

  it('is the same for everybody who asks for it at one moment, whatever others did in theirs', async () => {
    // Of several who seed it at one moment one world is kept: the seals of secrets are of chance, and differ.
    await (await startTestCloud({ seed: 'demo', clock: MORNING, workers: 1 })).close()
    const first = await startTestCloud({ seed: 'demo', clock: MORNING, workers: 1 })
    const seeded = await digestOf(first)
    await first.engine.insertMany('forum_boards', [{ _id: 'later', name: '后来', closed: false, order: 99 }])
    expect(await digestOf(first)).not.toEqual(seeded)
    await first.close()
    const second = await startTestCloud({ seed: 'demo', clock: MORNING, workers: 1 })
    expect(await digestOf(second)).toEqual(seeded)
    const [person] = (await second.people()).filter(({ employeeId }) => employeeId !== null)
    expect((await second.call(person?.openid ?? '', 'forum.openFeed')).ok).toBe(true)
    await second.close()
  })
})

describe('a folder of prepared worlds', () => {
  let root: string
  const at = (...parts: string[]) => path.join(root, ...parts)

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'wo-worlds-'))
    mkdirSync(at('data/database'), { recursive: true })
    for (const file of ['database/data.mdb', 'database/lock.mdb', 'seed.json'])
      writeFileSync(at('data', file), file)
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('gives back what was kept of a moment, and nothing of another', () => {
    expect(new PreparedWorlds('one', at('worlds')).take(at('empty'))).toBe(false)
    new PreparedWorlds('one', at('worlds')).keep(at('data'))
    expect(new PreparedWorlds('other', at('worlds')).take(at('empty'))).toBe(false)
    expect(existsSync(at('empty'))).toBe(false)
    expect(new PreparedWorlds('one', at('worlds')).take(at('copy'))).toBe(true)
    expect(readFileSync(at('copy/database/data.mdb'), 'utf8')).toBe('database/data.mdb')
  })

  it('keeps neither the lock of the database nor how far seeding has come', () => {
    new PreparedWorlds('one', at('worlds')).keep(at('data'))
    new PreparedWorlds('one', at('worlds')).take(at('copy'))
    expect([existsSync(at('copy/database/lock.mdb')), existsSync(at('copy/seed.json'))]).toEqual([
      false,
      false,
    ])
  })

  it('is kept once, also by several who seed the same world', () => {
    const worlds = new PreparedWorlds('one', at('worlds'))
    worlds.keep(at('data'))
    writeFileSync(at('data/database/data.mdb'), 'changed meanwhile')
    worlds.keep(at('data'))
    worlds.take(at('copy'))
    expect(readFileSync(at('copy/database/data.mdb'), 'utf8')).toBe('database/data.mdb')
  })
})
