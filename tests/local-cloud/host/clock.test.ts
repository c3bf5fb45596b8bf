import type { TestCloud } from '../../support/localCloud'
import { startFixtureCloud } from './fixtureCloud'

const HAPPY_HOUR = '2026-03-02T07:30:00.000+08:00'
const SAME_IN_UTC = '2026-03-01T23:30:00.000Z'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterEach(() => cloud.clock(null))
afterAll(() => cloud.close())

interface Times {
  now: number
  fresh: string
  given: string
  text: string
  isDate: boolean
}

async function time(): Promise<Times> {
  const reply = await cloud.call<Times>('o-anna', 'probe.time')
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data
}

describe('the clock', () => {
  it('stands still where it is set, for everything a function can ask', async () => {
    await cloud.clock(HAPPY_HOUR)
    const expected = { now: Date.parse(SAME_IN_UTC), fresh: SAME_IN_UTC, isDate: true }
    expect(await time()).toMatchObject(expected)
    expect(await time()).toMatchObject(expected)
    expect((await time()).text).toContain('Mar 01 2026 23:30:00')
    expect(await cloud.door('GET', '/local/clock')).toMatchObject({
      body: { at: SAME_IN_UTC, frozen: true, real: false },
    })
  })

  it('leaves dates made from a given instant alone', async () => {
    await cloud.clock(HAPPY_HOUR)
    expect((await time()).given).toBe('1970-01-01T00:00:00.000Z')
  })

  it('reaches functions that are warm already', async () => {
    await time()
    await cloud.clock(HAPPY_HOUR)
    expect((await time()).fresh).toBe(SAME_IN_UTC)
  })

  it('is the clock of serverDate, too', async () => {
    await cloud.clock(HAPPY_HOUR)
    const reply = await cloud.call('o-anna', 'probe.serverDate', { id: 'dated' })
    expect(reply).toEqual({ ok: true, data: { writtenAt: SAME_IN_UTC } })
  })

  it('stamps the log', async () => {
    await cloud.clock(HAPPY_HOUR)
    await time()
    expect((await cloud.log('probe.time')).at(-1)).toMatchObject({ at: SAME_IN_UTC })
  })

  it('runs on from where it is set when told to', async () => {
    await cloud.door('POST', '/local/clock', { at: HAPPY_HOUR, runs: true })
    const first = (await time()).now
    const second = (await time()).now
    expect(first).toBeGreaterThanOrEqual(Date.parse(SAME_IN_UTC))
    expect(second).toBeGreaterThan(first - 1)
    expect(second).toBeLessThan(Date.parse(SAME_IN_UTC) + 60_000)
  })

  it('returns to real time', async () => {
    await cloud.clock(HAPPY_HOUR)
    await cloud.clock(null)
    expect(Math.abs((await time()).now - Date.now())).toBeLessThan(5_000)
    expect(await cloud.door('GET', '/local/clock')).toMatchObject({ body: { frozen: false, real: true } })
    // One that runs on from elsewhere is not the real one.
    await cloud.door('POST', '/local/clock', { at: HAPPY_HOUR, runs: true })
    expect(await cloud.door('GET', '/local/clock')).toMatchObject({ body: { frozen: false, real: false } })
  })

  it('refuses what is no instant', async () => {
    for (const at of ['tomorrow', '2026-03-02', 7, undefined]) {
      expect((await cloud.door('POST', '/local/clock', { at })).status).toBe(400)
    }
  })
})

it('can stand still from the start', async () => {
  const early = await startFixtureCloud({ clock: HAPPY_HOUR })
  expect(await early.call('o-anna', 'probe.time')).toMatchObject({ data: { fresh: SAME_IN_UTC } })
  await early.close()
})
