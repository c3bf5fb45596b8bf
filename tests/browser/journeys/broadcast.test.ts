import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

it('is announced on the front page, begun by its host, talked about, and its last draw checked', async () => {
  const reader = await world.visit('demo-linxiaochuan')
  await reader.open('pages/home/index')
  await reader.tap(/新款 XC90 发布会/)
  await reader.see('离开始还有')
  await reader.tap('提醒我')
  await reader.see('到时候叫你')
  await reader.capture('announced')

  const host = await world.visit('demo-tangguo')
  await host.open('rooms/live/pages/desk/index')
  await host.tap(/新款 XC90 发布会/)
  await host.tap('现在开播')
  await host.tapInSheet('现在开播')
  await host.see('延长 15 分钟')
  await host.tap('回答这条：带拖车时，高度谁说了算？')
  await host.see('答完了')

  await reader.open('rooms/live/pages/broadcast/index?broadcastId=b-xc90')
  await reader.see(/正在回答 · 何俊霖的问题/)
  await reader.type('写留言', '成都的大屏开了，坐满了。')
  await reader.tap('发送')
  await reader.see('成都的大屏开了，坐满了。')
  await reader.capture('on-air')

  await reader.open('rooms/live/pages/draw/index?broadcastId=b-winter')
  await reader.tap('验一验')
  await reader.see('三步都对得上，结果没有被动过。')
  await reader.capture('checked')
})
