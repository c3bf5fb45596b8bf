import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { spawnTied } from '../tiedChild'

const ROOT = join(__dirname, '../../..')

/** Building stale functions and seeding take seconds, on a busy machine a minute: for `beforeAll`. */
export const START_MS_MAX = 180_000

/** What `wx.cloud.callFunction` carries. */
export interface FunctionCall {
  procedure: string
  input: unknown
  requestId: string
}

/** The way from a phone to the cloud: it knows who is calling. */
export type CallFunction = (name: string, data: FunctionCall) => Promise<unknown>

/** A local cloud with the demonstration world, in a process of its own: jsdom lacks what it is made of. */
export class DemoCloud {
  private child: ChildProcess | undefined
  private dataDir = ''
  private url = ''
  private printed = ''

  /** @param at the instant at which its clock stands, in ISO form */
  async start(at: string): Promise<void> {
    this.dataDir = await mkdtemp(join(tmpdir(), 'wo-weapp-'))
    const args = ['--port', '0', '--workers', '1', '--data', this.dataDir, '--clock', at]
    const script = join(ROOT, 'tools/local-cloud/main.ts')
    const { child, stdout, stderr } = spawnTied(script, args, ROOT)
    this.child = child
    stderr.on('data', (chunk: Buffer) => {
      this.printed += chunk.toString()
    })
    const lines = createInterface(stdout)
    const gone = once(child, 'exit').then(() => {
      throw new Error(`The cloud did not start: ${this.printed}`)
    })
    // The race takes the first rejection only; a later exit is the test's own doing.
    gone.catch(() => undefined)
    while (this.url === '') {
      const [line] = (await Promise.race([once(lines, 'line'), gone])) as [string]
      this.url = /^local cloud on (\S+)$/.exec(line)?.[1] ?? ''
    }
  }

  /** The way to the functions for the phone of one WeChat account. */
  for(openid: string): CallFunction {
    return (name, { procedure, input, requestId }) =>
      this.request(
        'POST',
        '/call',
        { name: `${name}.${procedure}`, input, requestId },
        { 'x-openid': openid },
      )
  }

  /** Queries without an index, and calls that did not succeed; a test expects none it did not ask for. */
  get complaints(): string[] {
    const isAsked = (line: string) => !line.includes('"code":') || line.includes('"code":"OK"')
    return this.printed.split('\n').filter(line => line.startsWith('SCAN') || !isAsked(line))
  }

  /** The documents of a collection, past every rule. */
  async dump<T>(collection: string): Promise<T[]> {
    return (await this.request('GET', `/local/dump/${collection}`)) as T[]
  }

  async stop(): Promise<void> {
    const { child } = this
    if (child && child.exitCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    if (this.dataDir) await rm(this.dataDir, { recursive: true, force: true })
  }

  /** Over node's own http, since jsdom brings a browser's limits along. */
  private request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
      })
      request.once('error', reject)
      request.once('response', response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
        response.once('error', reject)
      })
      request.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }
}
