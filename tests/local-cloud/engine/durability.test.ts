import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeAll, freshDirectory, listOf, open } from './harness'

afterEach(closeAll)

/** Lets a writer run until it has acknowledged `enough` documents, kills it, and returns what it had acknowledged. */
function killAfter(dir: string, run: string, enough: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = join(__dirname, 'insertUntilKilled.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, dir, run], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.split('\n').length > enough) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`the writer ended by itself: ${errors}`))
    })
  })
}

test('nothing acknowledged is lost by SIGKILL, no transaction is half there, and indexes agree', async () => {
  const dir = freshDirectory()
  const acknowledged: string[] = []
  for (let run = 0; run < 5; run++) acknowledged.push(...(await killAfter(dir, `run${run}`, 150 + run * 97)))
  const client = await open([{ name: 'things', indexes: [{ name: 'n', keys: [['n', 1]] }] }], { dir })
  const stored = client.engine.dump('things')
  const ids = new Set(stored.map(document => document._id))
  expect(acknowledged.length).toBeGreaterThan(1000)
  expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
  const halves = stored.filter(({ _id, kind }) => {
    const twin = String(_id).replace(/(left|right)$/, side => (side === 'left' ? 'right' : 'left'))
    return kind === 'pair' && !ids.has(twin)
  })
  expect(halves).toEqual([])
  const counted = await client.count('things', { n: { $gte: 0 } })
  expect(counted.plan).toMatchObject({ index: 'n', scan: false })
  expect(counted.reply.data).toEqual({ total: stored.length })
}, 120_000)

test('a closed engine opens again with its documents, indexes and collections', async () => {
  const dir = freshDirectory()
  const collections = [{ name: 'things', indexes: [{ name: 'tags', keys: [['tags', 1]] as [string, 1][] }] }]
  const first = await open(collections, { dir })
  await first.add('things', [{ _id: 1, tags: ['a', 'b'], at: new Date(5) }])
  await first.engine.execute('database.addCollection', { collectionName: 'extra' })
  const digest = first.engine.digest()
  await first.engine.close()
  const second = await open(collections, { dir })
  expect(second.engine.digest()).toEqual(digest)
  const found = await second.where('things', { tags: 'b' }, { order: { tags: 1 } })
  expect(listOf(found)).toEqual([{ _id: 1, tags: ['a', 'b'], at: new Date(5) }])
  await second.engine.close()
  rmSync(dir, { recursive: true, force: true })
})
