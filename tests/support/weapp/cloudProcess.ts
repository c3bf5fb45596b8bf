import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../..')
const LISTENING = /local cloud on (http:\S+)/

/** A local cloud in a process of its own: the tests of the artefact run in jsdom, where esbuild and fetch do not. */
export class CloudProcess {
  private constructor(
    private readonly url: string,
    private readonly child: ChildProcess,
    private readonly dataDir: string,
  ) {}

  /** Starts it over the demonstration world. @throws with what it printed when it ends before it listens */
  static start(): Promise<CloudProcess> {
    const dataDir = mkdtempSync(join(tmpdir(), 'wo-cloud-'))
    const args = ['tools/local-cloud/main.ts', '--port', '0', '--data', dataDir, '--workers', '1']
    const child = spawn(join(ROOT, 'node_modules/.bin/tsx'), args, { cwd: ROOT })
    let printed = ''
    return new Promise((resolve, reject) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString()
        const url = LISTENING.exec(printed)?.[1]
        if (url) resolve(new CloudProcess(url, child, dataDir))
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.on('exit', () => reject(new Error(`The local cloud ended: ${printed}`)))
    })
  }

  /** Calls a procedure as WeChat would for the person with this openid. */
  call(openid: string, name: string, input: unknown, requestId: string): Promise<unknown> {
    return this.send('POST', '/call', { name, input, requestId }, { 'x-openid': openid })
  }

  async dump<T>(collection: string): Promise<T[]> {
    return (await this.send('GET', `/local/dump/${collection}`)) as T[]
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.child.once('exit', () => {
        rmSync(this.dataDir, { recursive: true, force: true })
        resolve()
      })
      this.child.kill('SIGTERM')
    })
  }

  private send(method: string, path: string, body?: unknown, headers = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.url}${path}`,
        { method, headers: { 'content-type': 'application/json', ...headers } },
        response => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
          response.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }
}
