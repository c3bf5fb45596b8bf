import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { contracts } from '@domain/contracts'
import { buildFunctions } from '../../../tools/build/functions'
import type { Engine } from '../../../tools/local-cloud/engine'
import { Seeding } from '../../../tools/local-cloud/seeding'
import type { FileStorage } from '../../../tools/local-cloud/storage/fileStorage'
import { startTestCloud } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

const MORNING = '2026-11-18T23:30:00.000Z'

it('serves every procedure of the contracts', async () => {
  const cloud = await startFixtureCloud()
  const { body } = await cloud.door('GET', '/local/contract')
  const names = Object.entries(contracts).flatMap(([room, contract]) =>
    Object.keys(contract).map(name => `${room}.${name}`),
  )
  const { procedures } = body as { procedures: Record<string, Record<string, unknown>> }
  expect(Object.keys(procedures)).toEqual(names)
  expect(procedures['forum.createPost']).toMatchObject({
    kind: 'command',
    access: 'employee',
    input: { type: 'object', properties: { title: { type: 'string' } } },
  })
  await cloud.close()
})

it('tells before it fills an empty folder, and nothing of one that is filled', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'wo-seed-'))
  const told: string[] = []
  const seed = async () => {
    const seeding = new Seeding(dataDir, path.join(dataDir, 'database'))
    const engine = { insertMany: async () => void told.push('filled') } as unknown as Engine
    const storage = { write: async () => undefined } as unknown as FileStorage
    await seeding.run('demo', { engine, storage, onSeed: () => told.push('told') }, new Date(MORNING))
  }
  await seed()
  expect(told.slice(0, 2)).toEqual(['told', 'filled'])
  told.length = 0
  await seed()
  expect(told).toEqual([])
  await rm(dataDir, { recursive: true })
})

it('shows nobody but the stranger in an empty world', async () => {
  const cloud = await startFixtureCloud()
  expect(await cloud.people()).toMatchObject([{ openid: 'demo-stranger', employeeId: null, roles: [] }])
  await cloud.close()
})

it('counts and hashes every collection', async () => {
  const cloud = await startFixtureCloud()
  const digest = async () =>
    (await cloud.door('GET', '/local/dump')).body as Record<string, { count: number; hash: string }>
  const before = await digest()
  await cloud.call('o-anna', 'probe.addNote', { _id: 'n1' })
  const after = await digest()
  expect(after.probe_notes?.count).toBe(1)
  expect(after.probe_notes?.hash).not.toBe(before.probe_notes?.hash)
  expect(after.probe_events).toEqual(before.probe_events)
  await cloud.close()
})

describe('a bundle that changes while the cloud runs', () => {
  let out: string

  beforeEach(async () => {
    out = await mkdtemp(path.join(tmpdir(), 'wo-changing-'))
  })
  afterEach(() => rm(out, { recursive: true, force: true }))

  it('is used by the next call, with its new collections', async () => {
    const build = (name: string) =>
      buildFunctions({ source: `tests/local-cloud/host/fixtures/versions/${name}`, out })
    await build('one')
    const cloud = await startTestCloud({ functionsDir: out })
    expect(await cloud.call('o-anna', 'versioned.go')).toEqual({ ok: true, data: 'one' })
    await build('two')
    expect(await cloud.call('o-anna', 'versioned.go')).toEqual({ ok: true, data: 'two' })
    expect((await cloud.door('GET', '/local/dump')).body).toHaveProperty('versioned_added')
    await cloud.close()
  })
})

it('begins with an empty database where a former start was killed while seeding', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'wo-seeding-'))
  const first = await startFixtureCloud({ dataDir })
  await first.call('o-anna', 'probe.addNote', { _id: 'half a world' })
  await first.close()
  await writeFile(path.join(dataDir, 'seed.json'), '{"state":"started"}')
  const second = await startFixtureCloud({ dataDir })
  expect(await second.dump('probe_notes')).toEqual([])
  await second.call('o-anna', 'probe.addNote', { _id: 'kept' })
  await second.close()
  const third = await startFixtureCloud({ dataDir })
  expect(await third.dump('probe_notes')).toMatchObject([{ _id: 'kept' }])
  await third.close()
  await rm(dataDir, { recursive: true, force: true })
})
