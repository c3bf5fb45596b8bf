import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale } from '../build/targets'

/** The counts of jest's own report that the last line is made of. */
interface Results {
  numPassedTests: number
  numFailedTests: number
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number
}

/**
 * Builds what the tests run (functions, weapp, h5), runs every wing and ends with the one line that says how it went.
 * Arguments are handed to jest: `npm test -- --selectProjects domain`.
 */
async function main(): Promise<void> {
  await buildStale(['functions', 'weapp', 'h5'])
  const outputFile = join(mkdtempSync(join(tmpdir(), 'wo-tests-')), 'results.json')
  const jest = ['--no-install', 'jest', '--json', `--outputFile=${outputFile}`, ...process.argv.slice(2)]
  const { status } = spawnSync('npx', jest, { stdio: ['ignore', 'ignore', 'inherit'] })
  const results: Results = JSON.parse(readFileSync(outputFile, 'utf8'))
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  console.log(`${results.numPassedTests} passed, ${failed} failed`)
  process.exitCode = status ?? 1
}

main().catch((error: unknown) => {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
