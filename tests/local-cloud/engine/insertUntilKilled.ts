/** Child of durability.test.ts: writes as fast as it can and prints what was acknowledged, until it is killed. */
import { writeSync } from 'node:fs'
import { openEngine } from '../../../tools/local-cloud/engine'
import { Client } from './harness'

async function main(dir: string, run: string): Promise<void> {
  const engine = await openEngine({
    dir,
    collections: [{ name: 'things', indexes: [{ name: 'n', keys: [['n', 1]] }] }],
    now: Date.now,
  })
  const client = new Client(engine)
  const insertForever = async (worker: number): Promise<never> => {
    for (let n = 0; ; n++) {
      const id = `${run}-${worker}-${n}`
      const { reply } = await client.add('things', [{ _id: id, n, kind: 'single' }])
      if (reply.code) throw new Error(reply.message)
      writeSync(1, `${id}\n`)
    }
  }
  const pairForever = async (worker: number): Promise<never> => {
    for (let n = 0; ; n++) {
      const id = `${run}-${worker}-${n}`
      const transaction = await client.begin()
      await client.add('things', [{ _id: `${id}-left`, n, kind: 'pair' }], transaction)
      await client.add('things', [{ _id: `${id}-right`, n, kind: 'pair' }], transaction)
      const { reply } = await client.commit(transaction)
      if (reply.code) throw new Error(reply.message)
      writeSync(1, `${id}-left\n${id}-right\n`)
    }
  }
  await Promise.all([0, 1, 2, 3].map(insertForever).concat([4, 5].map(pairForever)))
}

main(process.argv[2] ?? '', process.argv[3] ?? '').catch(error => {
  console.error(error)
  process.exitCode = 1
})
