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

describe('a call', () => {
  it('reaches the function as an event and shows it who is calling', async () => {
    const reply = await cloud.call<Seen>('o-anna', 'probe.context', { a: 1 }, 'request-1')
    expect(reply).toMatchObject({
      ok: true,
      data: {
        context: { OPENID: 'o-anna', SOURCE: 'wx_client', ENV: 'wo-local' },
        event: { procedure: 'context', input: { a: 1 }, requestId: 'request-1' },
      },
    })
  })
})
