import { MINUTE_MS } from '@domain/kernel/time'
import { checkDraw } from '@domain/live/draw'
import { expectData, expectError } from '../../support/expectError'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, wang, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, publish, say, takePart } = liveSteps(() => cloud)

interface ShownDraw {
  title: string
  status: string
  rule: { minutes: number; message: boolean }
  own: { minutes: number; spoken: boolean; isHost: boolean }
  mine: string | null
  draw: Parameters<typeof checkDraw>[0] & { seed: string | null; state: string; coins: number }
}
const shown = (who: TestPerson, broadcastId: string) => does<ShownDraw>(who, 'live.openDraw', { broadcastId })

test('before the draw everybody reads what it takes, how far they are and what a share brings', async () => {
  const broadcastId = await takePart(NOW, [lin], { reward: { minutes: 10, message: true } })
  const rule = { minutes: 10, message: true }
  expect(await shown(lin, broadcastId)).toMatchObject({
    status: 'live',
    rule,
    own: { minutes: 5, spoken: false, isHost: false },
    draw: { coins: 100 },
  })
  await say(lin, broadcastId, '路噪那张曲线出来了')
  expect((await shown(lin, broadcastId)).own).toEqual({ minutes: 5, spoken: true, isHost: false })
  expect((await shown(wang, broadcastId)).own).toEqual({ minutes: 0, spoken: false, isHost: false })
  expect((await shown(xiang, broadcastId)).own.isHost).toBe(true)
  const { draw } = await does<{ draw: { coins: number } }>(lin, 'live.openBroadcast', { broadcastId })
  expect(draw.coins).toBe(100)
})

test('a draw that nobody has qualified for is closed once it is over, without winners, before everybody’s eyes', async () => {
  const broadcastId = await publish(NOW, { title: '没有人够格' }, 30)
  await cloud.clock(new Date(NOW + 95 * MINUTE_MS).toISOString())
  const closed = expectData(await call<{ entries: number }>(xiang, 'live.closeDraw', { broadcastId }))
  expect(closed.entries).toBe(0)
  const { draw } = await shown(lin, broadcastId)
  expect(draw).toMatchObject({ state: 'nobody', codes: [], winners: [] })
  expect(checkDraw({ ...draw, seed: draw.seed ?? '' })).toEqual({ seed: true, list: true, winners: true })
  for (const name of ['live.closeDraw', 'live.draw'] as const) {
    const again = await call(xiang, name, { broadcastId })
    if (name === 'live.draw') expectError('live.draw', again, 'LIVE_DRAW_STEP_REFUSED')
    else expectError('live.closeDraw', again, 'LIVE_DRAW_STEP_REFUSED')
  }
})
