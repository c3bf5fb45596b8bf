import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

/** A Tuesday, 7:40: line 3 comes at 7:52, and a change of it is a week away. */
const TUESDAY = '2026-11-23T23:40:00.000Z'
const RIDER = 'demo-linxiaochuan'
const KEEPER = 'demo-panyue'
const FEED = {
  name: 'gtfs.zip',
  mimeType: 'application/zip',
  buffer: readFileSync(join(__dirname, '../../domain/selfservice/fixtures/zakroczym/gtfs.zip')),
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld(TUESDAY)
})
afterAll(() => world.close())

const room = (page: string, query = '') => `rooms/selfservice/pages/${page}/index?${query}`

async function rides(rider: Visitor): Promise<void> {
  await rider.open('pages/energy/index')
  await rider.tap('班车')
  await rider.see('12 分钟')
  await rider.see('后到安亭地铁站')
  await rider.capture('shuttle')
  await rider.tap(/^3 号线 · 开往园区/)
  await rider.see('7:52 这一班改为 7:46')
  await rider.capture('shuttle-line')
  await rider.tap('时刻表')
  await rider.see('会变的几班')
  await rider.see('今天是工作日。圈出的是下一班，灰色已经开走。')
  await rider.capture('shuttle-timetable')
  await rider.tap('节假日')
  await rider.see(/元旦/)
  await rider.see('2027 年放假安排还没公布，节假日以行政通知为准')
}

describe('the buses', () => {
  it('are found from the tab, and told without the cloud as they were told last', async () => {
    const rider = await world.visit(RIDER)
    await rides(rider)
    // Later than an answer counts as fresh.
    await rider.context.clock.fastForward(6 * 60_000)
    await world.cloud.fault({ database: { collection: 'selfservice_timetables', mode: 'fail', rate: 1 } })
    try {
      await rider.open(room('timetable', 'lineId=sh3'))
      await rider.see('的内容，没能更新')
      await rider.see('时刻表第 1 版')
      await rider.see('7:52')
    } finally {
      await world.cloud.fault({ clear: true })
    }
  })

  it('have another stop made mine with a tap', async () => {
    const rider = await world.visit('demo-fengyinuo')
    await rider.open(room('line', 'lineId=cd1'))
    await rider.tap(/^大面铺/)
    await rider.tapInSheet('设为我的站')
    await rider.see('设好了，改点会提前告诉你')
    await rider.see('取消关注')
    await rider.tap('换方向')
    await rider.see('开往洪河')
  })

  it('are changed in a draft, published at a day, and those who ride hear of it', async () => {
    const keeper = await world.visit(KEEPER)
    await keeper.open('pages/admin/index')
    await keeper.tap(/^班车时刻表/)
    await keeper.see('等着生效')
    await keeper.capture('shuttle-desk')
    await keeper.tap('改时刻表')
    await keeper.tap(/^2 号线/)
    await keeper.tap(/^第 1 班/)
    await keeper.type('白银路', '6:40')
    await keeper.tapInSheet('整班早 1 分钟')
    await keeper.see('白银路比上一站早')
    await keeper.type('白银路', '6:58')
    await keeper.tapInSheet('整班早 1 分钟')
    await keeper.capture('shuttle-trip')
    await keeper.tapInSheet('好')
    await keeper.capture('shuttle-edit')
    await keeper.tap('存')
    await keeper.see('存进草稿了，发布以后才变')
    await keeper.tap('去发布')
    await keeper.see('2 班改点')
    await keeper.type('从哪天起', '2026-12-03')
    await keeper.type('为什么，同事会看到', '白银路修下水道')
    await keeper.capture('shuttle-publish')
    await keeper.tapInSheet('发布并通知')
    await keeper.see('第 3 版发布了，12 月 3 日起生效')
    await world.cloud.timer('selfservice', 'tend')

    const rider = await world.visit('demo-zhaoqiming')
    await rider.open('rooms/notice/pages/inbox/index')
    await rider.tap(/^2 号线，12 月 3 日起有变化/)
    await rider.see('这一班经过')
  })

  it('come in as a feed that was published elsewhere, and go out again', async () => {
    const keeper = await world.visit(KEEPER)
    await keeper.open(room('shuttleImport'))
    await keeper.choose('选择文件并核对', FEED)
    await keeper.see('3 条线、62 个站、48 班。线上还没有变，看过再定日子发布。')
    await keeper.capture('shuttle-import')
    await keeper.tap('看草稿')
    await keeper.see('Komunikacja Gminna Zakroczym')
  })
})
