import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { withoutRows } from '../../tools/start/phoneCalls'
import { createDevServer } from '../../tools/start/server'

const POSTS = {
  ok: true,
  data: { posts: [{ postId: 'p1' }], boards: [{ boardId: 'cars' }], next: 'p1', now: 1 },
}

const servers: Server[] = []
async function listen(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

let cloudUrl: string
let url: string
beforeAll(async () => {
  const cloud = createServer((_request, response) => response.end(JSON.stringify(POSTS)))
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
