import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildStale } from '../build/targets'

const ROOT = path.resolve(__dirname, '../..')
/** Where `tests/weapp/setData.test.ts` leaves what it counted. */
const SET_DATA_FILE = path.join(ROOT, '.cache/bench/setData.json')

/** What one page or tap made the phone's two threads exchange. */
export interface SetDataCounts {
  label: string
  /** The procedures that were called. */
  cloudCalls: string[]
  calls: number
  bytes: number
}

/** Opens every page of the built mini program in the tests' phone, and reads what that counted. */
export async function readSetData(): Promise<SetDataCounts[]> {
  await buildStale(['functions', 'weapp'])
  const jest = [
    '--no-install',
    'jest',
    '--selectProjects',
    'weapp',
    '--testPathPatterns',
    'tests/weapp/setData',
  ]
  const { status } = spawnSync('npx', jest, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('The phone did not show every page: see above')
  return JSON.parse(readFileSync(SET_DATA_FILE, 'utf8')) as SetDataCounts[]
}
