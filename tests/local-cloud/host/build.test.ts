import { isAscii } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFunctions } from '../../../tools/build/functions'
import { staticEnvironment } from '../../../tools/local-cloud/functions/environment'

let folder: string
let source: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wo-build-'))
  source = path.join(folder, 'cloudfunctions')
  out = path.join(folder, 'dist')
  await write('greet/config.json', '{"timeoutSeconds": 7}')
  await write('greet/index.ts', "import { word } from './word'\nexport const main = () => word\n")
  await write('greet/word.ts', "export const word: string = 'hello'\n")
  await write(
    'greet/collections.json',
    '{"greet_words": {"indexes": [{"name": "byWord", "keys": [["word", 1]]}]}}',
  )
  await write('shared/code.ts', 'export const nothing = 0\n')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(source, file)), { recursive: true })
  await writeFile(path.join(source, file), text)
}

const readOut = (file: string) => readFile(path.join(out, file), 'utf8')
const build = () => buildFunctions({ source, out })

describe('the build of the functions', () => {
  it('bundles folders with a config.json and leaves the others alone', async () => {
    expect(await build()).toMatchObject({ built: ['greet'], unchanged: [] })
    expect(await readOut('greet/index.js')).toContain('hello')
    const manifest = JSON.parse(await readOut('manifest.json'))
    expect(Object.keys(manifest.functions)).toEqual(['greet'])
    expect(manifest.functions.greet.config).toMatchObject({ timeoutSeconds: 7, memoryMb: 256, triggers: [] })
    expect(manifest.collections).toEqual([
      { name: 'greet_words', indexes: [{ name: 'byWord', keys: [['word', 1]] }] },
    ])
  })

  it('writes beside the bundle what WeChat reads, and nothing of our own', async () => {
    await build()
    expect(JSON.parse(await readOut('greet/config.json'))).toEqual({
      permissions: { openapi: [] },
      triggers: [],
    })
    expect(JSON.parse(await readOut('greet/package.json'))).toMatchObject({ name: 'greet', main: 'index.js' })
  })

  it('does nothing when nothing changed, and rebuilds what a change made stale', async () => {
    await build()
    expect(await build()).toMatchObject({ built: [], unchanged: ['greet'] })
    await write('greet/word.ts', "export const word: string = 'goodbye'\n")
    expect(await build()).toMatchObject({ built: ['greet'] })
    expect(await readOut('greet/index.js')).toContain('goodbye')
  })

  it('writes ASCII only, in regular expressions too, which mean the same', async () => {
    await write(
      'greet/word.ts',
      "export const word = ['沃尔沃', '🚗 abc'].map(text => text.replace(/[沃]|🚗/gu, '中'))\n",
    )
    await build()
    expect(isAscii(await readFile(path.join(out, 'greet/index.js')))).toBe(true)
    const { main } = await import(path.join(out, 'greet/index.js'))
    expect(main()).toEqual(['中尔中', '中 abc'])
  })

  it('rebuilds a bundle that somebody changed', async () => {
    await build()
    await writeFile(path.join(out, 'greet/index.js'), 'tampered')
    expect(await build()).toMatchObject({ built: ['greet'] })
    expect(await readOut('greet/index.js')).toContain('hello')
  })

  it('removes a function that is gone', async () => {
    await build()
    await write('other/config.json', '{}')
    await write('other/index.ts', 'export const main = () => 1\n')
    await rm(path.join(source, 'greet'), { recursive: true })
    await build()
    await expect(readOut('greet/index.js')).rejects.toThrow('ENOENT')
    expect(Object.keys(JSON.parse(await readOut('manifest.json')).functions)).toEqual(['other'])
  })

  it.each([
    ['an unknown key', '{"timeout": 3}'],
    ['a limit above what WeChat allows', '{"timeoutSeconds": 61}'],
    ['a timer with five fields', '{"triggers": [{"name": "a", "type": "timer", "config": "0 0 * * *"}]}'],
    [
      'two timers',
      '{"triggers": [{"name": "a", "type": "timer", "config": "0 0 * * * * *"}, {"name": "b", "type": "timer", "config": "0 0 * * * * *"}]}',
    ],
  ])('refuses a config.json with %s', async (_, config) => {
    await write('greet/config.json', config)
    await expect(build()).rejects.toThrow('greet/config.json')
  })

  it('refuses a collection that two rooms declare', async () => {
    await write('shared/collections.json', '{"greet_words": {"indexes": []}}')
    await expect(build()).rejects.toThrow('already declared by greet')
  })

  it('starts a function without the parts of the SDK that make Node load what nothing uses', () => {
    const forum = path.resolve(__dirname, '../../../dist/cloudfunctions/forum/index.js')
    const tell = 'require(process.argv[1]); process.stdout.write(process.moduleLoadList.join())'
    const env = staticEnvironment('http://127.0.0.1:1', 'forum')
    const loaded = execFileSync(process.execPath, ['-e', tell, forum], { env, encoding: 'utf8' })
    expect(loaded).toContain('NativeModule https')
    expect(loaded).not.toContain('undici')
  })

  it('fails on code that does not bundle', async () => {
    await write('greet/word.ts', 'export const word = (\n')
    await expect(build()).rejects.toThrow('word.ts')
  })
})
