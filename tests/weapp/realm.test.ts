/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Realm } from '../support/weapp/realm'

const STARTS_AT = Date.parse('2026-11-24T07:30:00+08:00')

/** What browsers and Node.js have and WeChat's JavaScript has not. */
const lacking = [
  ...[
    'AbortController',
    'AbortSignal',
    'fetch',
    'Headers',
    'Request',
    'Response',
    'XMLHttpRequest',
    'WebSocket',
  ],
  ...[
    'TextEncoder',
    'TextDecoder',
    'structuredClone',
    'queueMicrotask',
    'requestIdleCallback',
    'setImmediate',
  ],
  ...['performance', 'crypto', 'Blob', 'File', 'FormData', 'MessageChannel', 'BroadcastChannel', 'Event'],
  ...[
    'EventTarget',
    'CustomEvent',
    'matchMedia',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'Image',
    'Intl',
  ],
  ...[
    'window',
    'document',
    'navigator',
    'location',
    'self',
    'global',
    'process',
    'Buffer',
    'URL',
    'atob',
    'btoa',
  ],
  ...['URLSearchParams', 'MutationObserver', 'WebAssembly', 'SharedArrayBuffer', 'Worker'],
]

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wo-realm-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Runs a script as a file of the artefact and gives what it exports. */
function run(script: string, printed: string[] = []): unknown {
  writeFileSync(join(root, 'probe.js'), script)
  const realm = new Realm({
    root,
    startsAt: STARTS_AT,
    wx: {},
    onConsole: (level, text) => printed.push(`${level} ${text}`),
    getApp: () => null,
    getCurrentPages: () => [],
  })
  return realm.load('probe')
}

test('the artefact meets nothing that WeChat lacks', () => {
  const types = lacking.map(name => `${name}: typeof ${name}`)
  const exported = run(`module.exports = { ${types.join()} }`) as Record<string, string>
  expect({ ...exported }).toEqual(Object.fromEntries(lacking.map(name => [name, 'undefined'])))
})

test.each([
  ['eval', 'eval("1")'],
  ['new Function', 'new Function("return 1")()'],
  ['a function’s constructor', '(() => 1).constructor("return 1")()'],
])('%s makes no code', (_what, code) => {
  const exported = run(
    `try { ${code}; module.exports = 'ran' } catch (error) { module.exports = error.name }`,
  )
  expect(exported).toBe('EvalError')
})

test('its clock starts where it is told, for every way of asking', () => {
  const [now, made, told, known] = run(
    'module.exports = [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5) instanceof Date && +new Date(5)]',
  ) as [number, number, number, number]
  for (const instant of [now, made, told]) expect(Math.abs(instant - STARTS_AT)).toBeLessThan(5_000)
  expect(known).toBe(5)
})

test('what it prints and throws is heard', () => {
  const printed: string[] = []
  run('console.error("Template `tmpl_0_x` not found."); console.warn(new TypeError("broken"))', printed)
  expect(printed[0]).toBe('error Template `tmpl_0_x` not found.')
  expect(printed[1]).toContain('warn TypeError: broken')
})
