import { type FSWatcher, watch } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import { hashOf, hashOfFile, type Inputs, isFresh, recordInputs } from './freshness'
import { lateLoading, ownModulesOnlyDefine } from './lateLoading'
import { CollectionsFile, FunctionConfig, MANIFEST_FILE, type Manifest } from './manifest'

const ROOT = path.resolve(__dirname, '../..')

/** Raised whenever the way of bundling changes, so that bundles of the old way count as stale. */
const RECIPE = 5

export interface BuildOptions {
  /** The folder whose subfolders are the functions; `cloudfunctions` by default. */
  source?: string
  /** Where the bundles go; `dist/cloudfunctions` by default. */
  out?: string
  /** Keeps watching the sources and rebuilds what a change made stale. */
  watch?: boolean
  /** Told after each rebuild of a watch, with the error if it failed. */
  onRebuild?: (outcome: BuildOutcome | Error) => void
}

export interface BuildOutcome {
  built: string[]
  unchanged: string[]
}

export interface FunctionsBuild extends BuildOutcome {
  /** Ends the watch; does nothing without one. */
  stop(): void
}

interface BundleRecord {
  recipe: number
  entry: string
  hash: string
  inputs: Inputs
}

/**
 * Bundles every folder of `source` that has a `config.json` into `out/<name>/index.js`, SDK included, because
 * one bundled file starts in half the time of an installed `node_modules`; what few invocations need loads late. A
 * bundle whose inputs have not changed is left alone. Throws on a wrong `config.json` or `collections.json` and on code that does not bundle.
 */
export async function buildFunctions(options: BuildOptions = {}): Promise<FunctionsBuild> {
  const source = path.resolve(ROOT, options.source ?? 'cloudfunctions')
  const out = path.resolve(ROOT, options.out ?? 'dist/cloudfunctions')
  const outcome = await buildOnce(source, out)
  if (!options.watch) return { ...outcome, stop: () => undefined }
  const watchers = watchSources(source, () => buildOnce(source, out), options.onRebuild)
  return {
    ...outcome,
    stop: () => {
      for (const watcher of watchers) watcher.close()
    },
  }
}

async function buildOnce(source: string, out: string): Promise<BuildOutcome> {
  const names = await functionNames(source)
  const manifest: Manifest = { functions: {}, collections: await readCollections(source) }
  const outcome: BuildOutcome = { built: [], unchanged: [] }
  for (const name of names) {
    const config = await readConfig(path.join(source, name, 'config.json'))
    const { hash, fresh } = await bundle(path.join(source, name), path.join(out, name))
    await writeDeployables(path.join(out, name), name, config)
    manifest.functions[name] = { hash, config }
    outcome[fresh ? 'unchanged' : 'built'].push(name)
  }
  await removeStrangers(out, names)
  await writeIfChanged(path.join(out, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`)
  return outcome
}

async function bundle(from: string, to: string): Promise<{ hash: string; fresh: boolean }> {
  const file = path.join(to, 'index.js')
  const recordFile = `${to}.inputs.json`
  const entry = path.relative(ROOT, path.join(from, 'index.ts'))
  const previous = await readRecord(recordFile, entry)
  if (previous && previous.hash === (await hashOfFile(file)) && (await isFresh(ROOT, previous.inputs))) {
    return { hash: previous.hash, fresh: true }
  }
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minifySyntax: true,
    legalComments: 'none',
    // Text of one byte a character is half as long in V8's memory, and names stay readable in a stack.
    charset: 'ascii',
    minifyWhitespace: true,
    plugins: [lateLoading, ownModulesOnlyDefine],
    metafile: true,
    logLevel: 'silent',
    write: false,
    outfile: file,
  })
  const output = result.outputFiles[0]
  if (!output) throw new Error(`esbuild wrote nothing for ${from}`)
  const code = inAscii(output.text)
  const record: BundleRecord = {
    recipe: RECIPE,
    entry,
    hash: hashOf(code),
    inputs: await recordInputs(ROOT, Object.keys(result.metafile.inputs)),
  }
  await writeWhole(file, code)
  await writeWhole(recordFile, JSON.stringify(record))
  return { hash: record.hash, fresh: false }
}

/** esbuild leaves regular expressions as they are written, and one character more than ASCII doubles the whole text. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

async function readRecord(file: string, entry: string): Promise<BundleRecord | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const record = JSON.parse(text) as BundleRecord
  return record.recipe === RECIPE && record.entry === entry ? record : null
}

/** WeChat reads permissions and triggers from `config.json`; the package names no dependency, all is bundled. */
async function writeDeployables(folder: string, name: string, config: FunctionConfig): Promise<void> {
  const wechat = { permissions: config.permissions, triggers: config.triggers }
  const pack = { name, version: '1.0.0', main: 'index.js', private: true }
  await writeIfChanged(path.join(folder, 'config.json'), `${JSON.stringify(wechat, null, 2)}\n`)
  await writeIfChanged(path.join(folder, 'package.json'), `${JSON.stringify(pack, null, 2)}\n`)
}

async function functionNames(source: string): Promise<string[]> {
  const folders = (await readdir(source, { withFileTypes: true })).filter(entry => entry.isDirectory())
  const names = await Promise.all(
    folders.map(async folder => {
      const config = path.join(source, folder.name, 'config.json')
      return (await exists(config)) ? [folder.name] : []
    }),
  )
  return names.flat().sort()
}

async function readConfig(file: string): Promise<FunctionConfig> {
  const parsed = FunctionConfig.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`)
  return parsed.data
}

async function readCollections(source: string): Promise<Manifest['collections']> {
  const owners = new Map<string, string>()
  const collections: Manifest['collections'] = []
  for (const entry of (await readdir(source, { withFileTypes: true })).filter(item => item.isDirectory())) {
    const file = path.join(source, entry.name, 'collections.json')
    if (!(await exists(file))) continue
    const parsed = CollectionsFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
    if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`)
    for (const [name, declaration] of Object.entries(parsed.data)) {
      const owner = owners.get(name)
      if (owner) throw new Error(`${file}: the collection ${name} is already declared by ${owner}`)
      owners.set(name, entry.name)
      collections.push({ name, indexes: declaration.indexes })
    }
  }
  return collections.sort((left, right) => left.name.localeCompare(right.name))
}

async function removeStrangers(out: string, names: string[]): Promise<void> {
  await mkdir(out, { recursive: true })
  const kept = new Set([MANIFEST_FILE, ...names, ...names.map(name => `${name}.inputs.json`)])
  const strangers = (await readdir(out)).filter(name => !kept.has(name) && !name.endsWith('.tmp'))
  await Promise.all(strangers.map(name => rm(path.join(out, name), { recursive: true, force: true })))
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  if ((await hashOfFile(file)) !== hashOf(text)) await writeWhole(file, text)
}

/** Two builds may run at once (test workers): a file is replaced whole, so that no reader sees half of it. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.tmp`
  await writeFile(temporary, content)
  await rename(temporary, file)
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

function watchSources(
  source: string,
  rebuild: () => Promise<BuildOutcome>,
  report: BuildOptions['onRebuild'] = () => undefined,
): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const run = () => {
    running = running.then(() => rebuild().then(report, report))
  }
  const onChange = () => {
    clearTimeout(timer)
    timer = setTimeout(run, 60)
  }
  return [source, path.join(ROOT, 'domain')].map(folder => watch(folder, { recursive: true }, onChange))
}
