import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const CONFIG = '.dependency-cruiser.cjs'

/** Files that others import. */
const doors: Record<string, string> = {
  'domain/contracts.ts': 'export const contracts = {}',
  'domain/forum/contract.ts': 'export const forum = {}\nexport type Forum = typeof forum',
  'domain/forum/heat.ts': 'export const heat = 1',
  'domain/kernel/limits.ts': 'export const limits = {}',
  'cloudfunctions/platform/cloud.ts': "import cloud from 'wx-server-sdk'\nexport { cloud }",
  'cloudfunctions/coin/store.ts': 'export const entries = {}',
  'cloudfunctions/coin/public.ts': "import { entries } from './store'\nexport const earn = entries",
  'cloudfunctions/coin/index.ts': 'export const main = 1',
  'src/api/index.ts': 'export const api = {}',
  'src/rooms/coin/earned.ts': 'export const earned = 1',
  'src/rooms/coin/public.ts': "export { earned } from './earned'",
  'tools/seed/demo.ts': 'export const demo = 1',
}

/** A file that breaks the house's rule, and what it imports. */
const broken: readonly [rule: string, file: string, text: string][] = [
  ['domain-is-pure', 'domain/forum/sends.ts', "import 'wx-server-sdk'"],
  ['domain-is-pure', 'domain/forum/draws.ts', "import 'react'"],
  ['domain-is-pure', 'domain/forum/calls.ts', "import '../../cloudfunctions/coin/public'"],
  ['client-takes-types-of-contracts-only', 'src/api/parses.ts', "import { z } from 'zod'\nvoid z"],
  [
    'client-takes-types-of-contracts-only',
    'src/api/runs.ts',
    "import { forum } from '@domain/forum/contract'\nvoid forum",
  ],
  [
    'client-takes-types-of-contracts-only',
    'src/api/all.ts',
    "import { contracts } from '@domain/contracts'\nvoid contracts",
  ],
  ['client-knows-no-server', 'src/api/reaches.ts', "import '../../cloudfunctions/coin/public'"],
  ['client-knows-no-server', 'src/api/seeds.ts', "import '../../tools/seed/demo'"],
  ['server-knows-no-client', 'cloudfunctions/forum/asks.ts', "import '../../src/api'"],
  ['only-the-platform-knows-wechat', 'cloudfunctions/forum/queries.ts', "import 'wx-server-sdk'"],
  ['platform-knows-no-room', 'cloudfunctions/platform/earns.ts', "import '../coin/public'"],
  ['rooms-meet-at-public-doors', 'cloudfunctions/forum/steals.ts', "import '../coin/store'"],
  ['nobody-imports-a-function', 'cloudfunctions/coin/itself.ts', "import './index'"],
  ['nobody-imports-a-function', 'tests/functions/inside.ts', "import '../../cloudfunctions/coin'"],
  ['ui-knows-no-room', 'src/ui/earns.ts', "import '../rooms/coin/public'"],
  ['ui-knows-no-room', 'src/ui/asks.ts', "import '../api'"],
  ['ui-knows-no-room', 'src/ui/heats.ts', "import '@domain/forum/heat'"],
  ['rooms-of-the-client-stand-apart', 'src/rooms/forum/steals.ts', "import '../coin/earned'"],
  ['no-circles', 'domain/forum/left.ts', "import { right } from './right'\nexport const left = () => right"],
]
const others: Record<string, string> = {
  'domain/forum/right.ts': "import { left } from './left'\nexport const right = () => left",
}

/** Close to the line, on the right side of it. */
const allowed: Record<string, string> = {
  'domain/forum/speaks.ts': "import { z } from 'zod'\nimport '../kernel/limits'\nvoid z",
  'src/api/types.ts': "import type { Forum } from '@domain/forum/contract'\nexport type F = Forum",
  'src/rooms/forum/tells.ts': "import '../coin/public'\nimport '@domain/forum/heat'",
  'src/ui/limited.ts': "import '@domain/kernel/limits'",
  'cloudfunctions/forum/earns.ts': "import '../coin/public'\nimport '../platform/cloud'",
}

interface Violation {
  from: string
  rule: { name: string }
}

let house: string
let violations: Violation[]

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'wo-house-'))
  for (const file of [CONFIG, 'tsconfig.json', 'package.json'])
    copyFileSync(path.join(ROOT, file), path.join(house, file))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'))
  const files = { ...doors, ...others, ...allowed }
  for (const [, file, text] of broken) files[file] = text
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    writeFileSync(path.join(house, file), `${text}\nexport {}\n`)
  }
  const wings = ['domain', 'cloudfunctions', 'src', 'tools', 'tests']
  const { stdout, stderr } = spawnSync(
    path.join(ROOT, 'node_modules/.bin/depcruise'),
    ['--output-type', 'json', '--config', CONFIG, ...wings],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (stdout === '') throw new Error(stderr)
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
})
afterAll(() => rmSync(house, { recursive: true }))

const rulesBrokenBy = (file: string) =>
  violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)

test.each(broken)('%s: %s is refused', (rule, file) => {
  expect(rulesBrokenBy(file)).toContain(rule)
})

test.each(Object.keys({ ...doors, ...allowed }))('%s is allowed', file => {
  expect(rulesBrokenBy(file)).toEqual([])
})

test('every rule has been broken', () => {
  const { forbidden } = require(path.join(ROOT, CONFIG)) as { forbidden: { name: string }[] }
  expect([...new Set(broken.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort())
})
