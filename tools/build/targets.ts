import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildFunctions } from './functions'
import { ownFiles } from './ownFiles'
import { Progress } from './progress'

export type Target = 'functions' | 'weapp' | 'h5'

const root = join(__dirname, '../..')
const stamps = join(root, '.cache/builds')

/** Everything that goes into the mini program of either target. */
const SOURCES = ['src', 'domain', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json']

/** The hash of the sources' contents, so that a branch change or a touched file rebuilds nothing that is the same. */
function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of ownFiles(root, SOURCES))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function isFresh(target: Target, hash: string): boolean {
  const stamp = join(stamps, target)
  return existsSync(join(root, 'dist', target)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

function runTaro(target: 'weapp' | 'h5'): Promise<void> {
  return new Promise((resolve, reject) => {
    const taro = spawn(
      'npx',
      ['--no-install', 'taro', 'build', '--type', target, '--no-check', '--disable-global-config'],
      {
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    const output: Buffer[] = []
    for (const stream of [taro.stdout, taro.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
    taro.on('error', reject)
    taro.on('close', code => {
      // Taro ends with 0 after some errors, so that what it printed counts as well.
      const text = Buffer.concat(output).toString()
      const failed = code !== 0 || /Module build failed|Module not found|编译失败/.test(text)
      if (failed) reject(new Error(`taro build --type ${target} failed\n${text}`))
      else resolve()
    })
  })
}

async function buildOne(target: Target): Promise<void> {
  if (target === 'functions') {
    await buildFunctions()
    return
  }
  const hash = sourcesHash()
  if (isFresh(target, hash)) return
  const startedAt = Date.now()
  const progress = new Progress(console.log)
  progress.begin(`building ${target}`)
  await runTaro(target).finally(() => progress.end())
  mkdirSync(dirname(join(stamps, target)), { recursive: true })
  writeFileSync(join(stamps, target), hash)
  console.log(`  built ${target} in ${Math.round((Date.now() - startedAt) / 1_000)} s`)
}

/** Builds the targets whose sources changed since their last build, side by side: each keeps little more than a core busy. */
export async function buildStale(targets: readonly Target[]): Promise<void> {
  await Promise.all(targets.map(buildOne))
}
