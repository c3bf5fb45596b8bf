import type { Server } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { withoutRows } from '../../tools/start/phoneCalls'
import { createDevServer } from '../../tools/start/server'

const POSTS = {
  ok: true,
  data: { posts: [{ postId: 'p1' }], boards: [{ boardId: 'cars' }], next: 'p1', now: 1 },
}

/** What the cloud was asked for besides calls. */
const asked: string[] = []
const servers: Server[] = []
async function listen(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let cloudUrl: string
let url: string
beforeAll(async () => {
  const cloud = createServer((incoming, response) => {
    asked.push(incoming.url ?? '')
    response.end(JSON.stringify(POSTS))
  })
  cloudUrl = await listen(cloud)
  url = await listen(createDevServer({ appDir: '/nowhere', cloudUrl, page: {} }))
})
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

async function call(name: string, requestId: string): Promise<unknown> {
  const response = await fetch(`${url}/cloud/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': 'demo-suyutong' },
    body: JSON.stringify({ name, input: { sort: 'hot' }, requestId }),
  })
  return response.json()
}

describe('the dev server between phone and cloud', () => {
  it('keeps what a call said and heard, to be looked at and sent again', async () => {
    await expect(call('forum.openFeed', 'request-1')).resolves.toEqual(POSTS)
    const kept = await fetch(`${url}/dev/call?requestId=request-1`)
    await expect(kept.json()).resolves.toEqual({
      requestId: 'request-1',
      openid: 'demo-suyutong',
      name: 'forum.openFeed',
      input: { sort: 'hot' },
      reply: POSTS,
    })
    expect((await fetch(`${url}/dev/call?requestId=request-2`)).status).toBe(404)
  })

  it('says in a word what the calls came to', async () => {
    await call('forum.openFeed', 'request-6')
    await expect((await fetch(`${url}/dev/results`)).json()).resolves.toMatchObject({ 'request-6': '1 条' })
  })

  it('says which cloud it stands before', async () => {
    await expect((await fetch(`${url}/dev/cloud`)).json()).resolves.toEqual({ url: cloudUrl })
  })

  it('counts nothing either where nobody shall have done anything', () => {
    const emptied = (name: string, data: object) => withoutRows(name, { ok: true, data })
    expect(emptied('identity.openSession', { unread: 31, waiting: 3, me: { name: '林' }, now: 1 })).toEqual({
      ok: true,
      data: { unread: 0, waiting: 0, me: { name: '林' }, now: 1 },
    })
    expect(emptied('access.openInbox', { waiting: [{}], counts: { report: 1 }, permissions: ['x'] })).toEqual(
      {
        ok: true,
        data: { waiting: [], counts: {}, permissions: ['x'] },
      },
    )
    // Somebody without an inbox has none that is empty, and a form's version is no count.
    expect(emptied('identity.openSession', { waiting: null })).toEqual({ ok: true, data: { waiting: null } })
    expect(emptied('content.openDraft', { version: 2 })).toEqual({ ok: true, data: { version: 2 } })
  })

  it('takes the rows out of what is asked, not out of what is done, while nobody shall have done anything', async () => {
    await fetch(`${url}/dev/network?is=empty`, { method: 'POST' })
    await expect(call('forum.openFeed', 'request-3')).resolves.toEqual({
      ok: true,
      data: { posts: [], boards: [{ boardId: 'cars' }], next: null, now: 1 },
    })
    await expect(call('forum.createPost', 'request-4')).resolves.toEqual(POSTS)
    await fetch(`${url}/dev/network?is=ok`, { method: 'POST' })
    await expect(call('forum.openFeed', 'request-5')).resolves.toEqual(POSTS)
  })
})

describe('the dev server and what others ask of it', () => {
  /** As it stands on the wire: fetch would put an address in order, and keep `host` and `origin` to itself. */
  const status = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url)
      request({ hostname, port, path, method, headers }, answer => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })

  it.each([
    ['a page of another site', 'POST', '/cloud/local/clock', { origin: 'https://example.com' }],
    ['a page of another site', 'POST', '/dev/network?is=offline', { origin: 'https://example.com' }],
    [
      'a name that was bound anew',
      'GET',
      '/cloud/local/dump/identity_employees',
      { host: 'example.com:10086' },
    ],
    ['a name that was bound anew', 'GET', '/dev/results', { host: 'example.com' }],
  ])('keeps %s out: %s %s', async (_who, method, path, headers) => {
    asked.length = 0
    expect(await status(path, headers, method)).toBe(403)
    expect(asked).toEqual([])
  })

  it('lets its own page in', async () => {
    expect(await status('/cloud/local/people', { origin: url })).toBe(200)
  })

  it.each(['//', '/app/%E0', '/cloud/%E0', 'http://['])('answers %s with 400, and lives', async path => {
    expect(await status(path)).toBe(400)
    expect(await status('/dev/cloud')).toBe(200)
  })

  it('has no page by the names that every object has', async () => {
    expect([await status('/__proto__'), await status('/constructor')]).toEqual([404, 404])
  })

  it('asks nobody but its cloud, whatever an address names', async () => {
    asked.length = 0
    expect(await status('/cloud//example.invalid/local/people')).toBe(200)
    expect(asked).toEqual(['//example.invalid/local/people'])
  })
})
