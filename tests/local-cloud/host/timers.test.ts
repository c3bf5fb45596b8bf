import { nextAt } from '../../../tools/local-cloud/timers'
import { type TestCloud, until } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

interface Fired {
  event: { Type: string; TriggerName: string; Time: string }
  context: Record<string, string>
}

async function withCloud(
  options: Parameters<typeof startFixtureCloud>[0],
  use: (cloud: TestCloud) => Promise<void>,
): Promise<void> {
  const cloud = await startFixtureCloud(options)
  await use(cloud)
  await cloud.close()
}

describe('a timer', () => {
  it('fires when asked, as the cloud itself and at the time of the clock', () =>
    withCloud({ clock: '2026-03-02T07:30:00+08:00' }, async cloud => {
      expect(await cloud.timer('probe', 'sweep')).toEqual({
        ok: true,
        data: { ok: true, data: { recorded: true } },
      })
      const [fired] = await cloud.dump<Fired>('probe_events')
      expect(fired?.event).toEqual({
        Type: 'Timer',
        TriggerName: 'sweep',
        Time: '2026-03-01T23:30:00.000Z',
        Message: '',
      })
      expect(fired?.context.SOURCE).toBe('wx_trigger')
      expect(fired?.context).not.toHaveProperty('OPENID')
    }))

  it('cannot be played by a client', () =>
    withCloud({}, async cloud => {
      const input = { Type: 'Timer', TriggerName: 'sweep' }
      const seen = await cloud.call<{ context: Record<string, string> }>('o-anna', 'probe.context', input)
      expect(seen).toMatchObject({ data: { context: { SOURCE: 'wx_client' } } })
    }))

  it('that does not exist is refused', () =>
    withCloud({}, async cloud => {
      expect(await cloud.door('POST', '/local/timer', { function: 'probe', trigger: 'other' })).toMatchObject(
        {
          status: 404,
        },
      )
      expect(await cloud.door('POST', '/local/timer', { function: 'other', trigger: 'sweep' })).toMatchObject(
        {
          status: 404,
        },
      )
    }))

  it('fires by itself while the clock runs', () =>
    withCloud({ timers: true }, async cloud => {
      const fired = await until('the timer', async () => (await cloud.dump<Fired>('probe_events'))[0])
      expect(fired.event.TriggerName).toBe('sweep')
    }))

  it('rests while the clock stands still', () =>
    withCloud({ timers: true, clock: '2026-03-02T00:00:00.500Z' }, async cloud => {
      await cloud.door('POST', '/local/clock', { at: '2026-03-02T00:00:07.500Z' })
      const deadlineMs = performance.now() + 2_500
      await until('two and a half seconds', async () => (performance.now() > deadlineMs ? true : null))
      expect(await cloud.dump('probe_events')).toEqual([])
    }))
})

describe('the next time of a pattern', () => {
  const next = (cron: string, after: string) => {
    const at = nextAt(cron, Date.parse(after))
    return at === null ? null : new Date(at).toISOString()
  }

  it.each([
    ['0 0 3 * * * *', '2026-03-02T00:00:00Z', '2026-03-02T19:00:00.000Z'],
    ['0 */5 * * * * *', '2026-03-02T00:00:01Z', '2026-03-02T00:05:00.000Z'],
    ['0 0 0 1 * * *', '2026-03-02T00:00:00Z', '2026-03-31T16:00:00.000Z'],
    ['0 0 9 * * 1 *', '2026-03-03T00:00:00Z', '2026-03-09T01:00:00.000Z'],
    ['0 0 0 1 1 * 2020', '2026-03-02T00:00:00Z', null],
  ])('%s after %s is %s: seven fields, UTC+8', (cron, after, expected) => {
    expect(next(cron, after)).toBe(expected)
  })
})
