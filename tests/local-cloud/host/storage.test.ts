import { request } from 'node:http'
import type { TestCloud } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.close())

async function put(path: string, body: string | ArrayBuffer, openid = 'o-anna') {
  const response = await fetch(`${cloud.url}/storage/${path}`, {
    method: 'PUT',
    body,
    headers: openid === '' ? {} : { 'x-openid': openid },
  })
  return { status: response.status, body: (await response.json()) as { fileId?: string } }
}

/** A GET whose path is sent as it stands: `fetch` would tidy dotted segments away. */
function getRaw(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(cloud.url, { path }, response => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('a function', () => {
  it.each(['forum/a.txt', 'forum/中文 名.txt'])(
    'uploads %s, reads it, links to it and deletes it',
    async path => {
      const uploaded = await cloud.call<{ fileID: string }>('o-anna', 'probe.upload', {
        path,
        content: '沃社区',
      })
      if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.error))
      const fileId = uploaded.data.fileID
      expect(fileId).toMatch(/^cloud:\/\/wo-local\..*\/forum\//)
      expect(await cloud.call('o-anna', 'probe.download', { fileId })).toEqual({ ok: true, data: '沃社区' })
      const links = await cloud.call<{ fileList: { tempFileURL: string }[] }>('o-anna', 'probe.fileUrl', {
        fileId,
      })
      const link = links.ok ? (links.data.fileList[0]?.tempFileURL ?? '') : ''
      expect(await (await fetch(link)).text()).toBe('沃社区')
      expect(await cloud.call('o-anna', 'probe.deleteFile', { fileId })).toMatchObject({
        data: { fileList: [{ status: 0 }] },
      })
      expect((await fetch(link)).status).toBe(404)
    },
  )

  it('is told that a file is missing', async () => {
    const fileId = 'cloud://wo-local.776f-wo-local-1250000000/nothing.txt'
    expect(await cloud.call('o-anna', 'probe.fileUrl', { fileId })).toMatchObject({
      data: { fileList: [{ status: -503003, tempFileURL: '' }] },
    })
    expect(await cloud.call('o-anna', 'probe.download', { fileId })).toMatchObject({ ok: false })
  })

  it('does not reach another environment or out of the storage', async () => {
    const elsewhere = 'cloud://other.bucket/a.txt'
    expect(await cloud.call('o-anna', 'probe.fileUrl', { fileId: elsewhere })).toMatchObject({
      data: { fileList: [{ status: -503003 }] },
    })
    const escaping = await cloud.call('o-anna', 'probe.upload', { path: '../../escape.txt', content: 'x' })
    expect(escaping).toMatchObject({ ok: false })
  })
})

describe('a client', () => {
  it('uploads a file that everyone can read, and may replace it', async () => {
    const first = await put('uploads/p1/1.png', 'first')
    expect(first).toMatchObject({
      status: 200,
      body: { fileId: expect.stringMatching(/^cloud:\/\/.*\/uploads\/p1\/1.png$/) },
    })
    await put('uploads/p1/1.png', 'second')
    const read = await fetch(`${cloud.url}/storage/uploads/p1/1.png`)
    expect(read.headers.get('content-type')).toBe('image/png')
    expect(await read.text()).toBe('second')
  })

  it('cannot replace what somebody else uploaded', async () => {
    await put('uploads/p2/1.png', 'hers')
    expect((await put('uploads/p2/1.png', 'his', 'o-bert')).status).toBe(403)
    expect(await (await fetch(`${cloud.url}/storage/uploads/p2/1.png`)).text()).toBe('hers')
  })

  it('cannot upload without an identity, nor more than 10 MB', async () => {
    expect((await put('uploads/a.png', 'x', '')).status).toBe(400)
    expect((await put('uploads/big.png', new ArrayBuffer(10 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await put('uploads/big.png', new ArrayBuffer(10 * 1024 * 1024))).status).toBe(200)
  })

  it('uploads a film of 50 MB, and none that is larger', async () => {
    const film = new ArrayBuffer(50 * 1024 * 1024 + 1)
    expect((await put('uploads/film.mp4', film.slice(1))).status).toBe(200)
    expect((await put('uploads/film.mp4', film)).status).toBe(413)
  })

  it.each(['documents/a.pdf', 'pictures/a.jpg', 'goods/a.jpg', 'films/a.mp4', 'a.png', 'uploads.png'])(
    'cannot put %s where functions alone write',
    async path => expect((await put(path, 'mine')).status).toBe(403),
  )

  it.each(['rosters/a.csv', 'claims/a.csv', 'documents/a.pdf'])(
    'reads %s by an address alone that a function has asked for',
    async path => {
      const kept = await cloud.call<{ fileID: string }>('o-anna', 'probe.upload', { path, content: '林晓川' })
      if (!kept.ok) throw new Error(JSON.stringify(kept.error))
      expect((await fetch(`${cloud.url}/storage/${path}`)).status).toBe(403)
      expect(await cloud.call('o-anna', 'probe.download', { fileId: kept.data.fileID })).toEqual({
        ok: true,
        data: '林晓川',
      })
    },
  )

  it.each(['..%2f..%2fetc%2fpasswd', '%2e%2e/seed.json', 'a//b', 'a/../b', 'a%00b', 'a%5cb', '%E0%A4%A'])(
    'cannot leave the storage by the path %s',
    async path => {
      expect(await getRaw(`/storage/${path}`)).toBe(400)
    },
  )

  it('gets what a browser could run as a download only', async () => {
    await put('uploads/page.html', '<script>alert(1)</script>')
    const read = await fetch(`${cloud.url}/storage/uploads/page.html`)
    expect(read.headers.get('content-type')).toBe('application/octet-stream')
    expect(read.headers.get('content-disposition')).toBe('attachment')
  })

  it('cannot use the upload target of functions without a permit', async () => {
    const response = await fetch(`${cloud.url}/upload/a.png`, { method: 'PUT', body: 'x' })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('<Code>AccessDenied</Code>')
  })
})
