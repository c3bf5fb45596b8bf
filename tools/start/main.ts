import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { Progress } from '../build/progress'
import { buildStale } from '../build/targets'
import { SEEDING } from '../local-cloud/seeding'
import { buildDevPage } from './devPage'
import { HELP, readOptions, type StartOptions } from './options'
import { requireFreePort } from './ports'
import { createDevServer } from './server'

/** The first start fills the demo world, which takes a busy machine its time; a cloud that ends is noticed at once. */
const CLOUD_READY_MS = 120_000
const REBUILD_AFTER_MS = 300

const root = join(__dirname, '../..')

/** Builds what is stale, starts the local cloud with the demo world and serves the page. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(HELP)
    return
  }
  const { port, cloudPort, watch: isWatching } = options
  const cloudUrl = `http://127.0.0.1:${cloudPort}`
  await requireFreePort(port, 'port')
  await requireFreePort(cloudPort, 'cloud-port')
  console.log('沃社区')
  await buildStale(['functions', 'h5'])
  const progress = new Progress(console.log)
  progress.begin('启动本机的云')
  const cloud = startCloud(options)
  cloud.on('message', message => {
    if (message === SEEDING) progress.begin('填充示例世界')
  })
  await untilReady(cloud, cloudUrl).finally(() => progress.end())
  const server = createDevServer({ appDir: join(root, 'dist/h5'), cloudUrl, page: await buildDevPage() })
  server.on('error', error => {
    console.error(`Port ${port} can't be had: ${error.message}`)
    cloud.kill()
    process.exitCode = 1
  })
  server.listen(port, '127.0.0.1', () => console.log(`\n  打开 http://127.0.0.1:${port}\n`))
  if (isWatching) rebuildOnChange()
}

function startCloud({ cloudPort, dataDir, watch: isWatching }: StartOptions): ChildProcess {
  const places = ['--port', String(cloudPort), '--data', dataDir]
  const flags = [...places, '--seed', 'demo', ...(isWatching ? ['--watch'] : [])]
  // The channel ends with this process, however it ends: then the cloud stops as well.
  const cloud = spawn(process.execPath, ['--import', 'tsx', 'tools/local-cloud/main.ts', ...flags], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  cloud.on('exit', code => {
    console.error('The local cloud has ended.')
    process.exit(code ?? 1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cloud.removeAllListeners('exit')
      cloud.on('exit', () => process.exit(0))
      cloud.kill('SIGTERM')
    })
  }
  return cloud
}

/** @throws when the cloud ends or does not answer in time */
async function untilReady(cloud: ChildProcess, cloudUrl: string): Promise<void> {
  const deadline = Date.now() + CLOUD_READY_MS
  while (Date.now() < deadline && cloud.exitCode === null) {
    try {
      await fetch(`${cloudUrl}/local/clock`)
      return
    } catch {
      // Between two looks of a poll that the deadline ends.
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  cloud.kill()
  throw new Error(`The local cloud did not answer at ${cloudUrl}`)
}

function rebuildOnChange(): void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const rebuild = () => {
    running = running.then(() => buildStale(['h5'])).catch((error: unknown) => console.error(error))
  }
  for (const folder of ['src', 'domain', 'config']) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(rebuild, REBUILD_AFTER_MS)
    })
  }
  console.log('Watching src, domain and config; reload the phone after a build.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
