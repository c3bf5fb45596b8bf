import { type TestCloud, until } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

let cloud: TestCloud
const failures: string[] = []

beforeAll(async () => {
  cloud = await startFixtureCloud({
    workers: 1,
    abandonedTransactionMs: 0,
    onOutput: (_, text) => failures.push(text),
  })
})
afterAll(() => cloud.close())

describe('a function that fails', () => {
  it.each(['spin', 'wait'])(
    'is killed when it exceeds its time limit (%s), and the next call works',
    async way => {
      const reply = await cloud.call('o-anna', `unruly.${way}`)
      expect(reply).toMatchObject({ ok: false, error: { code: 'FUNCTION_TIMED_OUT', kind: 'retry' } })
      expect(await cloud.call('o-anna', 'unruly.fine')).toEqual({ ok: true, data: 'fine' })
    },
  )

  it.each(['throw', 'exit', 'uncaught', 'circular', 'nothing', 'large'])(
    'asks to try again (%s), and the next call works',
    async way => {
      const reply = await cloud.call('o-anna', `unruly.${way}`, {}, 'request-1')
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'FUNCTION_FAILED', kind: 'retry', requestId: 'request-1' },
      })
      expect(await cloud.call('o-anna', 'unruly.fine')).toEqual({ ok: true, data: 'fine' })
    },
  )

  it('tells the developer why and the caller nothing', async () => {
    const reply = await cloud.call('o-anna', 'unruly.throw')
    expect(JSON.stringify(reply)).not.toContain('thrown on purpose')
    expect(failures.join('\n')).toContain('thrown on purpose')
  })

  it('leaves its end in the log', async () => {
    await cloud.call('o-anna', 'unruly.spin')
    const log = await cloud.log('unruly.spin')
    expect(log.at(-1)).toMatchObject({ ok: false, errorCode: 'FUNCTION_TIMED_OUT' })
    expect(log.at(-1)?.durationMs).toBeGreaterThanOrEqual(990)
  })
})

describe('a transaction that nobody has ended', () => {
  const leaveOpen = (id: string) => cloud.call('o-anna', 'probe.leaveOpen', { id })

  it('goes on while its worker lives, though its function has returned', async () => {
    expect(await leaveOpen('kept')).toMatchObject({ ok: true })
    expect(await cloud.call('o-anna', 'probe.commitOpen')).toEqual({ ok: true, data: 'committed' })
    expect(await cloud.dump('probe_notes')).toMatchObject([{ _id: 'kept' }])
  })

  it('lets go of what it holds once its worker is dead', async () => {
    await cloud.fault({ function: { name: 'probe', mode: 'kill', after: 2, when: 'after' } })
    expect(await leaveOpen('freed')).toMatchObject({ ok: false, error: { code: 'FUNCTION_FAILED' } })
    expect(await cloud.call('o-anna', 'probe.addNote', { _id: 'freed' })).toMatchObject({ ok: true })
  })
})

describe('a function that leaves work running after its return', () => {
  it('has that work refused, as the real service freezes it', async () => {
    expect(await cloud.call('o-anna', 'probe.late')).toEqual({ ok: true, data: 'returned' })
    const late = async () => ((await cloud.log('probe.late')).at(-1)?.lateRequests === 1 ? true : null)

    await until('the late request', late)
    expect(await cloud.dump('probe_notes')).not.toContainEqual(expect.objectContaining({ _id: 'late' }))
  })
})
