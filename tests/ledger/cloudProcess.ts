import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { speakTo } from '../support/localCloud'
import { spawnTied } from '../support/tiedChild'

const ROOT = path.resolve(__dirname, '../..')

export interface CloudProcessOptions {
  dataDir: string
  functionsDir: string
  /** A killed worker's transaction keeps its locks for so long; 30 s in the real database. */
  abandonedTransactionMs: number
}

/** A local cloud that can be killed like a machine that loses power, and started again on what it left. */
export class CloudProcess {
  private child: ChildProcess | undefined
  private port = 0
  url = ''
  /** Queries that scan; a test expects none. */
  readonly complaints: string[] = []

  constructor(private readonly options: CloudProcessOptions) {}

  get doors() {
    return speakTo(this.url)
  }

  async start(): Promise<void> {
    const { dataDir, functionsDir, abandonedTransactionMs } = this.options
    const args = [this.port, dataDir, functionsDir, abandonedTransactionMs].map(String)
    const { child, stdout, stderr } = spawnTied(path.join(__dirname, 'cloudMain.ts'), args, ROOT)
    this.child = child
    stderr.on('data', (chunk: Buffer) => this.complaints.push(chunk.toString()))
    const [url] = (await Promise.race([
      once(createInterface(stdout), 'line'),
      once(child, 'exit').then(() => {
        throw new Error(`The cloud did not start: ${this.complaints.join('')}`)
      }),
    ])) as [string]
    this.url = url
    this.port = Number(new URL(url).port)
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}
