/** @jest-environment node */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  compileMarkup,
  compileStyles,
  inspectArtefact,
  packageBytes,
  parseScripts,
  readProject,
} from '../support/weapp/staticGate'

const ARTEFACT = join(__dirname, '../../dist/weapp')
const KIB = 1_024

let copy: string
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'wo-broken-'))
})
afterEach(() => rmSync(copy, { recursive: true }))

/** The artefact with one file changed. */
function broken(file: string, change: (text: string) => string | null): string {
  cpSync(ARTEFACT, copy, { recursive: true })
  const text = change(readFileSync(join(copy, file), 'utf8'))
  if (text === null) rmSync(join(copy, file))
  else writeFileSync(join(copy, file), text)
  return copy
}

describe('the built mini program', () => {
  test('is one that WeChat can read, compile and parse', () => {
    expect(inspectArtefact(ARTEFACT)).toEqual([])
  })

  test.each([
    ['a page that is not there', 'pages/home/index.js', () => null, readProject],
    ['a tag that does not close', 'base.wxml', (text: string) => `${text}<view>`, compileMarkup],
    ['a style that WeChat does not know', 'app.wxss', (text: string) => `${text} .a > * { }`, compileStyles],
    ['a style that does not parse', 'app.wxss', (text: string) => `${text} .a { color: `, compileStyles],
    ['a script that does not parse', 'app.js', (text: string) => `${text} const = 1`, parseScripts],
  ] as const)('fails with %s', (_what, file, change, inspect) => {
    expect(inspect(broken(file, change))).toHaveLength(1)
  })

  test('fits its packages: main at most 700 KB, each other at most 1 MB', () => {
    const { main, ...others } = packageBytes(ARTEFACT)
    expect(main).toBeLessThanOrEqual(700 * KIB)
    expect(Object.keys(others).length).toBeGreaterThan(0)
    for (const bytes of Object.values(others)) expect(bytes).toBeLessThanOrEqual(KIB * KIB)
  })
})
