import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { readIfThere } from './compiledCode'

const CACHE_DIR = path.resolve(__dirname, '../../../.cache/thread')
const ENTRY = path.join(__dirname, 'thread.ts')
/** All that is bundled with it; the rest that it imports are types. */
const SOURCES = [ENTRY, path.resolve(__dirname, '../state/clock.ts')]

let known: string | undefined

/** What a worker thread runs, in one piece. Each test file starts a cloud of its own: it is bundled once for all. */
export function threadCode(): string {
  known ??= readIfThere(cacheFile())?.toString() ?? bundled()
  return known
}

function cacheFile(): string {
  const digest = createHash('sha256')
  for (const source of SOURCES) digest.update(readFileSync(source))
  return path.join(CACHE_DIR, `${digest.digest('hex')}.cjs`)
}

function bundled(): string {
  const options = { bundle: true, platform: 'node', format: 'cjs', metafile: true, write: false } as const
  const { outputFiles, metafile } = buildSync({ entryPoints: [ENTRY], ...options })
  const code = outputFiles[0]?.text
  if (!code || Object.keys(metafile.inputs).length !== SOURCES.length)
    throw new Error('The code of the worker thread is not made of what was expected')
  mkdirSync(CACHE_DIR, { recursive: true })
  // Several clouds may share the folder: a file is there whole or not at all.
  const draft = path.join(CACHE_DIR, `.${process.pid}`)
  writeFileSync(draft, code)
  renameSync(draft, cacheFile())
  return code
}
