import path from 'node:path'
import { benchDashboard } from './dashboard'
import { benchFunctions } from './functions'
import { benchLaunch } from './launchDay'
import { circumstances, load } from './machine'
import { benchPoints } from './pointsOfADay'
import { print, record, type Section } from './report'
import { benchRush } from './rush'
import { benchScale } from './scale'
import { benchScreens } from './screens'
import { benchSearch } from './search'

const REPORT = path.resolve(__dirname, '../../docs/benchmarks.md')

const benches = {
  screens: benchScreens,
  functions: benchFunctions,
  scale: benchScale,
  search: benchSearch,
  points: benchPoints,
  rush: benchRush,
  launch: benchLaunch,
  dashboard: benchDashboard,
} satisfies Record<string, () => Promise<Section>>

type Name = keyof typeof benches
const isName = (name: string): name is Name => Object.hasOwn(benches, name)

/** `npm run bench [-- screens functions scale search points rush launch dashboard]`: all without a name. Fails only where a bound is broken. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter(name => !isName(name))
  if (unknown.length > 0)
    throw new Error(`There is no bench ${unknown.join(', ')}: ${Object.keys(benches).join(', ')}`)
  const names = wanted.length > 0 ? wanted.filter(isName) : (Object.keys(benches) as Name[])
  const broken: string[] = []
  for (const name of names) {
    const startedAt = new Date()
    const loadBefore = load()
    const section = await benches[name]()
    print(section)
    record(REPORT, section, circumstances(startedAt, loadBefore))
    broken.push(...section.broken)
  }
  for (const bound of broken) console.error(`\n✗ ${bound}`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

// The functions' time zone, as in the real service.
process.env.TZ = 'UTC'
main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
