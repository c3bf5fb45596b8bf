import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'
import { ownFiles } from '../build/ownFiles'
import { findOversizes } from './sizes'

/** Types alone take more than a gigabyte of memory. */
const AT_ONCE_MAX = 4

/** The gate before the tests: types, lint, boundaries, sizes, dead code, duplicates. Each runs, so that one sees all. */
const gates: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  [
    'lint that needs types',
    'eslint',
    ['--max-warnings', '0', 'domain', 'cloudfunctions', 'src', 'tools', 'tests'],
  ],
  ['format and lint', 'biome', ['ci', '.']],
  [
    'boundaries',
    'depcruise',
    ['--output-type', 'err-long', 'domain', 'cloudfunctions', 'src', 'tools', 'tests'],
  ],
  ['dead code', 'knip', []],
  ['duplicates', 'jscpd', ['--config', '.jscpd.json']],
]

async function runGate(name: string, command: string, args: string[]): Promise<boolean> {
  const startedAt = Date.now()
  const gate = spawn('npx', ['--no-install', command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors, [status]] = await Promise.all([
    text(gate.stdout),
    text(gate.stderr),
    once(gate, 'close'),
  ])
  const passed = status === 0
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`)
  if (!passed) console.log(`${output}${errors}`)
  return passed
}

/** Each gate keeps one core busy: as many run at once as there are cores for, the longest first. */
async function runGates(): Promise<boolean> {
  const waiting = [...gates]
  const passed: boolean[] = []
  const runInTurn = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) passed.push(await runGate(...gate))
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE_MAX, availableParallelism()) }, runInTurn))
  return passed.every(Boolean)
}

function checkSizes(): boolean {
  const files = ownFiles(process.cwd(), ['.']).filter(file => /(?<!\.gen)\.tsx?$/.test(file))
  const found = files.flatMap(file => findOversizes(file))
  console.log(`${found.length === 0 ? '✓' : '✗'} sizes`)
  for (const { file, line, what, lines, linesMax } of found) {
    console.log(
      `  ${file}:${line} ${what} has ${lines} lines, at most ${linesMax}: split it by what it is about`,
    )
  }
  return found.length === 0
}

async function main(): Promise<void> {
  const inGates = await runGates()
  const inSizes = checkSizes()
  process.exitCode = inGates && inSizes ? 0 : 1
}

void main()
