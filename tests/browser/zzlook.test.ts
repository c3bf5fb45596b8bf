/// <reference lib="dom" />
import { mkdirSync } from 'node:fs'
import { livePages } from '../support/browser/livePages'
import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'
let world: BrowserWorld
beforeAll(async () => { world = await startBrowserWorld() })
afterAll(() => world.close())
const OUT = '/tmp/livelook'
it('takes pictures', async () => {
  mkdirSync(OUT, { recursive: true })
  const HOST = 'demo-tangguo'
  const pages = [{ name: 'home', openid: 'demo-linxiaochuan', path: 'pages/home/index' }, ...livePages, { name: 'run-before', openid: HOST, path: 'rooms/live/pages/run/index?broadcastId=b-xc90' }]
  const live = [{ name: 'onair', openid: 'demo-linxiaochuan', path: 'rooms/live/pages/broadcast/index?broadcastId=b-xc90' }, { name: 'run-live', openid: HOST, path: 'rooms/live/pages/run/index?broadcastId=b-xc90' }, { name: 'home-live', openid: 'demo-linxiaochuan', path: 'pages/home/index' }]
  const kinds = [['light', { width: 390, height: 844 }], ['narrow', { width: 320, height: 568, textScale: 1.4 }]] as const
  const shoot = async (all: typeof pages) => {
    for (const [kind, options] of kinds) for (const p of all) {
      const v = await world.visit(p.openid, options)
      if (kind === 'narrow') await v.turn('dark')
      await v.open(p.path); await v.settle()
      if (p.name === 'draw') { await v.tap('验一验').catch(() => undefined); await v.settle() }
      await v.page.screenshot({ path: `${OUT}/${p.name}-${kind}.png`, scale: 'css', fullPage: true })
    }
  }
  await shoot(pages)
  const opened = await world.cloud.call<{ broadcast: { version: number } }>(HOST, 'live.openRun', { broadcastId: 'b-xc90' })
  const version = opened.ok ? opened.data.broadcast.version : 0
  console.log(JSON.stringify(await world.cloud.call(HOST, 'live.moveBroadcast', { broadcastId: 'b-xc90', version, action: 'start' }, 'start-it-now-1')))
  const run = await world.cloud.call<{ latest: { messageId: string }[] }>(HOST, 'live.openRun', { broadcastId: 'b-xc90' })
  if (run.ok) await world.cloud.call(HOST, 'live.answerMessage', { broadcastId: 'b-xc90', messageId: run.data.latest.at(-1)?.messageId }, 'answer-it-now-1')
  await world.cloud.timer('live', 'tend')
  await shoot(live)
}, 240_000)
