import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { speakTo, until } from '../../support/localCloud'
import { spawnTied } from '../../support/tiedChild'
import { buildFixtures } from './fixtureCloud'

const ROOT = path.resolve(__dirname, '../../..')

let dataDir: string
let running: ChildProcess | undefined

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'wo-durable-'))
})
afterEach(async () => {
  if (running) await kill(running)
  await rm(dataDir, { recursive: true, force: true })
})

/** Starts the local cloud as a process of its own, the way `npm run cloud` does. */
async function start(...more: string[]): Promise<{ url: string; process: ChildProcess }> {
  const args = [
    '--port',
    '0',
    '--data',
    dataDir,
    '--seed',
    'none',
    '--functions',
    await buildFixtures(),
    ...more,
  ]
  const { child, stdout, stderr } = spawnTied(path.join(ROOT, 'tools/local-cloud/main.ts'), args, ROOT)
  stderr.pipe(process.stderr)
  running = child
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The local cloud did not start: ${output}`)))
    stdout.on('data', chunk => {
      output += String(chunk)
      const announced = /local cloud on (http:\S+)/.exec(output)?.[1]
      if (announced) resolve(announced)
    })
  })
  return { url, process: child }
}

async function kill(child: ChildProcess): Promise<void> {
  running = undefined
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('keeps what it acknowledged when it is killed, and carries on', async () => {
  const first = await start()
  const cloud = speakTo(first.url)
  await cloud.subscribe('o-bert', 'template-1', 1)
  await cloud.call('o-anna', 'probe.upload', { path: 'a.txt', content: 'kept' })
  const acknowledged: string[] = []
  const writing = (async () => {
    for (let at = 0; ; at += 1) {
      const reply = await cloud.call('o-anna', 'probe.addNote', { _id: `n${at}`, author: 'anna' })
      if (reply.ok) acknowledged.push(`n${at}`)
    }
  })()
  await until('25 acknowledged writes', async () => (acknowledged.length >= 25 ? true : null))
  await kill(first.process)
  await expect(writing).rejects.toThrow()

  const second = speakTo((await start()).url)
  const stored = (await second.dump('probe_notes')).map(note => note._id)
  expect(acknowledged.length).toBeGreaterThanOrEqual(25)
  expect(stored).toEqual(expect.arrayContaining(acknowledged))
  const send = { touser: 'o-bert', templateId: 'template-1', data: { thing1: { value: '活动' } } }
  expect(
    await second.call('o-anna', 'probe.openapi', { api: 'subscribeMessage.send', data: send }),
  ).toMatchObject({
    ok: true,
  })
  const fileId = 'cloud://wo-local.776f-wo-local-1250000000/a.txt'
  expect(await second.call('o-anna', 'probe.download', { fileId })).toEqual({ ok: true, data: 'kept' })
  expect(await second.call('o-anna', 'probe.addNote', { _id: 'after' })).toMatchObject({ ok: true })
})

it('knows what it sent out before it was killed, and counts on', async () => {
  const text = { content: '你好', version: 2, scene: 2, openid: 'o-anna' }
  const check = (url: string) =>
    speakTo(url).call('o-anna', 'probe.openapi', { api: 'security.msgSecCheck', data: text })
  const first = await start()
  await check(first.url)
  const before = await speakTo(first.url).outbox()
  expect(before).toMatchObject([{ id: 1, data: { content: '你好' } }])
  await kill(first.process)
  // The line that it was writing.
  await appendFile(path.join(dataDir, 'outbox.jsonl'), '{"id":2,"at"')
  const second = await start()
  expect(await speakTo(second.url).outbox()).toEqual(before)
  await check(second.url)
  await kill(second.process)
  const third = speakTo((await start()).url)
  expect((await third.outbox()).map(({ id }) => id)).toEqual([1, 2])
  await third.door('DELETE', '/local/outbox')
  expect(await third.outbox()).toEqual([])
})

it('still delivers the verdict on a picture that was being checked', async () => {
  const first = await start()
  const image = { mediaUrl: 'http://127.0.0.1/a.png', mediaType: 2, version: 2, scene: 2, openid: 'o-anna' }
  await speakTo(first.url).call('o-anna', 'probe.openapi', { api: 'security.mediaCheckAsync', data: image })
  await kill(first.process)
  const second = speakTo((await start()).url)
  const verdict = await until('the verdict', async () =>
    (await second.dump<{ event: { Event?: string } }>('probe_events')).find(({ event }) => event.Event),
  )
  expect(verdict.event.Event).toBe('wxa_media_check')
})

it('listens on 127.0.0.1 alone and stands still at --clock', async () => {
  const { url } = await start('--clock', '2026-03-02T07:30:00+08:00')
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const port = new URL(url).port
  await expect(fetch(`http://[::1]:${port}/local/clock`)).rejects.toThrow()
  expect(await (await fetch(`${url}/local/clock`)).json()).toEqual({
    at: '2026-03-01T23:30:00.000Z',
    frozen: true,
    real: false,
  })
})
