import path from 'node:path'
import { parseArgs } from 'node:util'
import { CLOUD_PORT, dataFolderOf } from './dataFolder'
import type { Seed } from './seeding'

export const HELP = `Usage: npm run cloud -- [options]
  --port N          the port on 127.0.0.1 (7420); 0 takes any that is free
  --data DIR        where database, files and ledgers lie (.data/cloud, or .data/cloud-<port> on another port)
  --seed demo|none  fill an empty data folder with the demonstration world (demo)
  --clock ISO       let the functions' clock stand still at an instant
  --workers N       instances of each function (4)
  --functions DIR   bundles built elsewhere; without it cloudfunctions/ is built first
  --watch           rebuild functions when their source changes`

const ROOT = path.resolve(__dirname, '../..')
const PORT_MAX = 65_535
const WORKERS = 4
/** Each is a thread of its own for each function. */
const WORKERS_MAX = 64

export interface CloudOptions {
  port: number
  dataDir: string
  seed: Seed
  clock: string | undefined
  workers: number
  /** Bundles built elsewhere; undefined: those of the house, built first. */
  functions: string | undefined
  watch: boolean
  help: boolean
}

/** @throws Error for what is no port */
export function readPort(name: string, value: string | undefined, fallback: number): number {
  return readWhole(name, value, fallback, { what: 'a port', min: 1, max: PORT_MAX })
}

function readWhole(
  name: string,
  value: string | undefined,
  fallback: number,
  { what, min, max }: { what: string; min: number; max: number },
): number {
  if (value === undefined) return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < min || number > max)
    throw new Error(`--${name} is ${what}, ${min} to ${max}`)
  return number
}

function readSeed(value: string): Seed {
  if (value === 'demo' || value === 'none') return value
  throw new Error('--seed is demo or none')
}

/**
 * What `npm run cloud` was asked for.
 * @param args the words after `npm run cloud --`
 * @throws Error for an option that there is not, or a value that it can't have
 */
export function readOptions(args: readonly string[]): CloudOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
      clock: { type: 'string' },
      workers: { type: 'string' },
      functions: { type: 'string' },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { clock, functions, watch, help } = values
  if (clock !== undefined && Number.isNaN(Date.parse(clock))) throw new Error('--clock is an ISO instant')
  const port = readWhole('port', values.port, CLOUD_PORT, { what: 'a port', min: 0, max: PORT_MAX })
  return {
    ...{ port, clock, functions, watch, help },
    dataDir: values.data ? path.resolve(values.data) : path.join(ROOT, dataFolderOf(port)),
    seed: readSeed(values.seed),
    workers: readWhole('workers', values.workers, WORKERS, { what: 'a number', min: 1, max: WORKERS_MAX }),
  }
}
