import type { TestCloud } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 2 })
})
afterAll(() => cloud.close())

interface Seen {
  context: Record<string, string>
  event: Record<string, unknown>
}

/** Posts to `/call` without the harness, to send what the harness never would. */
async function post(body: string, headers: Record<string, string> = { 'x-openid': 'o-anna' }) {
  const response = await fetch(`${cloud.url}/call`, { method: 'POST', body, headers })
  return { status: response.status, body: (await response.json()) as { error: Record<string, string> } }
}

describe('a call', () => {
  it('reaches the function as an event and shows it who is calling', async () => {
    expect(await cloud.call<Seen>('o-anna', 'probe.context', { a: 1 }, 'request-1')).toMatchObject({
      ok: true,
      data: {
        context: { OPENID: 'o-anna', SOURCE: 'wx_client', ENV: 'wo-local' },
        event: {
          procedure: 'context',
          input: { a: 1 },
          requestId: 'request-1',
          userInfo: { openId: 'o-anna' },
        },
      },
    })
  })

  it('takes the identity from the header, never from the body', async () => {
    const body = JSON.stringify({ name: 'probe.context', input: {}, openid: 'o-boss', WX_OPENID: 'o-boss' })
    const reply = await post(body)
    expect(reply.body).toMatchObject({ data: { context: { OPENID: 'o-anna' } } })
    expect(JSON.stringify(reply.body)).not.toContain('o-boss')
  })

  it('hides the token that requests of the function carry', async () => {
    const reply = await cloud.call<Seen>('o-anna', 'probe.context')
    expect(JSON.stringify(reply)).not.toContain('API_TOKEN')
  })

  it('passes the caller on to a function that the function calls', async () => {
    const input = { name: 'probe', data: { procedure: 'context', input: { b: 2 } } }
    const reply = await cloud.call<{ data: Seen }>('o-anna', 'probe.invoke', input)
    expect(reply).toMatchObject({
      data: { ok: true, data: { context: { OPENID: 'o-anna', SOURCE: 'wx_client,scf' } } },
    })
  })

  it('tells a function that the function it calls is missing or fails', async () => {
    const missing = await cloud.call('o-anna', 'probe.invoke', { name: 'nowhere', data: {} })
    expect(missing).toMatchObject({ ok: false, error: { sdkCode: 'FUNCTIONS_REQUEST_FAIL' } })
    const failing = await cloud.call('o-anna', 'probe.invoke', {
      name: 'unruly',
      data: { procedure: 'throw' },
    })
    expect(failing).toMatchObject({ ok: false, error: { sdkCode: 'FUNCTIONS_EXECUTE_FAIL' } })
  })

  it('runs as many invocations at once as there are workers, and the others after them', async () => {
    const startedMs = performance.now()
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => cloud.call('o-anna', 'probe.sleep', { ms: 200 })),
    )
    const tookMs = performance.now() - startedMs
    expect(replies).toEqual(Array(4).fill({ ok: true, data: 'slept' }))
    expect(tookMs).toBeGreaterThanOrEqual(390)
  })
})

describe('a bad request', () => {
  const badRequest = { ok: false, error: { code: 'BAD_REQUEST', kind: 'invalid' } }

  it.each([
    ['a body that is not JSON', '{"name":'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['a missing name', '{"input":{}}'],
    ['a name without a procedure', '{"name":"probe"}'],
    ['a name that leaves the functions', '{"name":"../probe.context"}'],
    ['a requestId that is no text', '{"name":"probe.context","requestId":7}'],
  ])('is refused: %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: badRequest })
  })

  it('is refused without an identity, or with one that is none', async () => {
    expect((await post('{"name":"probe.context"}', {})).body).toMatchObject(badRequest)
    expect((await post('{"name":"probe.context"}', { 'x-openid': 'a b' })).body).toMatchObject(badRequest)
  })

  it('is refused above 100 KB and accepted below', async () => {
    const withInput = (length: number) => JSON.stringify({ name: 'unruly.fine', input: 'x'.repeat(length) })
    expect(await post(withInput(103_000))).toMatchObject({ status: 413, body: badRequest })
    expect(await post(withInput(7_000_000))).toMatchObject({ status: 413, body: badRequest })
    expect((await post(withInput(101_000))).body).toMatchObject({ ok: true, data: 'fine' })
  })

  it('names an unknown function, and echoes the requestId', async () => {
    const reply = await cloud.call('o-anna', 'nowhere.go', {}, 'request-9')
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_PROCEDURE', kind: 'missing', requestId: 'request-9' },
    })
  })

  it('is refused from a page of another site, and let in from a page of this machine', async () => {
    const headers = { 'x-openid': 'o-anna', origin: 'https://elsewhere.example' }
    expect((await post('{"name":"unruly.fine"}', headers)).status).toBe(403)
    const local = await fetch(`${cloud.url}/call`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:10086' },
    })
    expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:10086')
  })

  it('to a door that does not exist is told so', async () => {
    expect(await cloud.door('GET', '/local/nothing')).toMatchObject({ status: 404 })
    expect(await cloud.door('GET', '/')).toMatchObject({ status: 404 })
    expect(await cloud.door('GET', '/local/dump/nothing')).toMatchObject({ status: 404 })
  })

  it('to the wire without the key of the environment is refused', async () => {
    const action = { action: 'database.startTransaction' }
    expect(await cloud.door('POST', '/admin', action)).toMatchObject({ body: { code: 'SIGN_PARAM_INVALID' } })
  })
})
