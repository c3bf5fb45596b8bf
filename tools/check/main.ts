import { execFileSync, spawnSync } from 'node:child_process'
import { findOversizes } from './sizes'

/** The gate before the tests: types, lint, boundaries, sizes, dead code, duplicates. Each runs, so that one sees all. */
const gates: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['format and lint', 'biome', ['ci', '.']],
  [
    'lint that needs types',
    'eslint',
    ['--max-warnings', '0', 'domain', 'cloudfunctions', 'src', 'tools', 'tests'],
  ],
  [
    'boundaries',
    'depcruise',
    ['--output-type', 'err-long', 'domain', 'cloudfunctions', 'src', 'tools', 'tests'],
  ],
  ['dead code', 'knip', []],
  ['duplicates', 'jscpd', ['--config', '.jscpd.json']],
]

function runGate(name: string, command: string, args: string[]): boolean {
  const startedAt = Date.now()
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', command, ...args], {
    encoding: 'utf8',
  })
  const passed = status === 0
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`)
  if (!passed) console.log(`${stdout}${stderr}`)
  return passed
}

function checkSizes(): boolean {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' }).trim().split('\n')
  const found = files.filter(file => !/\.gen\.ts$/.test(file)).flatMap(file => findOversizes(file))
  console.log(`${found.length === 0 ? '✓' : '✗'} sizes`)
  for (const { file, line, what, lines, linesMax } of found) {
    console.log(
      `  ${file}:${line} ${what} has ${lines} lines, at most ${linesMax}: split it by what it is about`,
    )
  }
  return found.length === 0
}

const results = [...gates.map(([name, command, args]) => runGate(name, command, args)), checkSizes()]
process.exitCode = results.every(Boolean) ? 0 : 1
