import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FunctionWorker } from '../../../tools/local-cloud/functions/worker'
import { Clock } from '../../../tools/local-cloud/state/clock'

const TIMEOUT_MS = 30_000
const INVOCATIONS = 3

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'wo-bytecode-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** Runs a function of this source a few times; what it returned, and the bytecode it reported. */
async function run(source: string, compiled: SharedArrayBuffer | null) {
  const bundleFile = path.join(dir, 'index.js')
  await writeFile(bundleFile, source)
  const reported: Uint8Array[] = []
  const worker = new FunctionWorker({
    data: { bundleFile, clock: new Clock().shared, compiled },
    environment: {},
    memoryMb: 64,
    onOutput: () => undefined,
    onCompiled: bytes => reported.push(bytes),
  })
  const outcomes = []
  // One more, whose answer comes after the report.
  for (let count = 0; count <= INVOCATIONS; count += 1)
    outcomes.push(await worker.invoke({ event: '{}', context: {}, environment: {} }, TIMEOUT_MS))
  await worker.terminate()
  return { outcome: outcomes.at(-1), reported }
}

function share(bytes: Uint8Array | undefined): SharedArrayBuffer {
  if (!bytes) throw new Error('Nothing was reported')
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  return shared
}

test('bytecode is reported once, serves the same source, and is refused by another of the same length', async () => {
  const one = 'exports.main = () => 1'
  const two = 'exports.main = () => 2'
  const first = await run(one, null)
  expect(first.outcome).toEqual({ type: 'returned', result: '1' })
  expect(first.reported).toHaveLength(1)
  const compiled = share(first.reported[0])
  expect(await run(one, compiled)).toEqual({ outcome: first.outcome, reported: [] })
  expect(await run(two, compiled)).toMatchObject({
    outcome: { type: 'returned', result: '2' },
    reported: [expect.anything()],
  })
})
