import path from 'node:path'
import { parseArgs } from 'node:util'
import { audit } from '@domain/coin/audit'
import { readFromCloud, readFromFolder } from './readLedger'
import { describeReport } from './report'

const HELP = `Usage: npm run audit -- [options]
Rebuilds every balance of the coin ledger from its entries, looks for the posts and comments that were paid for, rebuilds every shelf of the mall from its journal, what was paid and went back for its orders, what bookings hold as deposits and every session's seats from its places, and follows the sealed record of the back office; exits with 1 when something differs.
  --url URL    a running local cloud (http://127.0.0.1:7420): all of it as it is at one moment, whatever people do meanwhile
  --data DIR   the data folder of one that is not running (.data/cloud, when none is running)`

const ROOT = path.resolve(__dirname, '../..')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:7420' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const running = values.data ? null : await readFromCloud(values.url)
  const dataDir = path.resolve(values.data ?? path.join(ROOT, '.data/cloud'))
  const books = running ?? (await readFromFolder(dataDir))
  const report = audit(books)
  console.log(`The ledger ${running ? `of ${values.url}` : `in ${dataDir}`}: ${describeReport(report)}`)
  const { sources, shelves, orders, deposits, seats, chain } = books
  console.log(section('What was earned:', sources, 'every post and comment that was paid for is there'))
  console.log(section('The shelves of the mall:', shelves, 'every piece is accounted for'))
  console.log(section('The orders of the mall:', orders, 'every coin was paid or went back for an order'))
  console.log(section('The deposits of bookings:', deposits, 'every coin is held by a place or given back'))
  console.log(section('The seats of bookings:', seats, "every seat that is taken is somebody's"))
  const sealed = `${chain.records} sealed, none missing or altered`
  console.log(section('The record of the back office:', chain.broken, sealed))
  const lists = [report.findings, sources, shelves, orders, deposits, seats, chain.broken]
  const wrong = lists.reduce((sum, { length }) => sum + length, 0)
  process.exitCode = wrong === 0 && report.sum === 0 ? 0 : 1
}

const section = (title: string, wrong: readonly string[], sound: string) =>
  [title, ...(wrong.length > 0 ? wrong : [`  ${sound}`])].join('\n')

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
