import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, MORNING, startBrowserWorld } from '../../support/browser/world'

const TITLE = '北岸试驾日'
const CENTRE = 'centre-shanghai'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const stored = async (title: string) => {
  const events = await world.cloud.dump<{ _id: string; title: string; venue: { latitude?: number } }>(
    'union_events',
  )
  return events.find(event => event.title === title)
}

/** The visit that somebody holds, as the cloud has it. */
async function visitOf(name: string): Promise<{ startsAt: number }> {
  const places = await world.cloud.dump<{
    _id: string
    startsAt: number
    state: string
    person: { name: string }
  }>('booking_places')
  const own = places.find(
    ({ _id, state, person }) =>
      _id.startsWith(`visit:${CENTRE}:`) && state === 'confirmed' && person.name === name,
  )
  if (!own) throw new Error(`${name} has no visit`)
  return own
}

/** The form of an event that costs coins, at one of the company's own places. */
async function propose(president: Visitor): Promise<void> {
  await president.open('pages/admin/index')
  await president.tap(/^办一场活动/)
  await president.type('活动叫什么', TITLE)
  await president.type('第 1 段，正文', '三台车，每人二十分钟，带上驾照。')
  await president.type('开始那天', '2026-11-21')
  await president.type('几点开始', '13:00')
  await president.type('几点结束', '16:00')
  await president.tap('选公司的地点')
  await president.tapInSheet(/^上海品牌体验中心/)
  await president.type('名额', '12')
  await president.type('报名费，沃币', '20')
  await president.capture('event-place')
  await president.tap('请工会同意')
  await president.see('交给工会了，同意后就能报名')
}

describe('what waits for others', () => {
  it('an event that costs coins is agreed to in the 管理 tab, and its change as well', async () => {
    const president = await world.visit('demo-linxiaochuan')
    await propose(president)
    const event = await stored(TITLE)
    expect(event?.venue.latitude).toBeGreaterThan(0)

    const officer = await world.visit('demo-wangyanqiu')
    await officer.open('pages/admin/index')
    await officer.tap(/林晓川想办「北岸试驾日」/)
    await officer.see('等工会同意')
    await officer.capture('event-deciding')
    await officer.tap('同意')
    await officer.see('同意了「北岸试驾日」')

    await president.open(`rooms/union/pages/eventEdit/index?eventId=${event?._id}`)
    await president.type('名额', '40')
    await president.tap('请工会同意')
    await president.see('交给工会了，同意后改动才生效')

    await officer.open('pages/admin/index')
    await officer.tap(/林晓川想改「北岸试驾日」/)
    await officer.see('改动在等工会同意')
    await officer.capture('event-change')
    await officer.tap('同意')
    await officer.see('同意了「北岸试驾日」')

    const guest = await world.visit('demo-suyutong')
    await guest.open(`rooms/union/pages/event/index?eventId=${event?._id}`)
    await guest.see('还有 40 个名额，共 40 个')
  })

  it('a visit is moved to another hour by its guest, and a guest without one is let in', async () => {
    const guest = await world.visit('demo-chenjiahe')
    await guest.open(`rooms/booking/pages/book/index?centreId=${CENTRE}`)
    await guest.see('几位一起来')
    await guest.tap(/^11 月 21 日/)
    await guest.tap(/^1[4-6]:\d\d，余 \d+ 位/)
    await guest.tap('约这个时段')
    await guest.see('给前台打电话')
    const before = await visitOf('陈嘉禾')
    await guest.tap('改时间')
    await guest.tap(/^11 月 22 日/)
    await guest.tap(/^1[0-3]:\d\d，余 \d+ 位/)
    await guest.capture('visit-moving')
    await guest.tap('改到这时')
    await guest.see('改好了，入场码换了新的')
    const after = await visitOf('陈嘉禾')
    expect(after.startsAt).not.toBe(before.startsAt)

    await world.cloud.clock(new Date(after.startsAt).toISOString())
    const host = await world.visit('demo-qiaoan')
    await host.open(`rooms/booking/pages/desk/index?centreId=${CENTRE}`)
    await host.tap('没预约的客人')
    await host.tapInSheet('多一位')
    await host.capture('desk-walk-in')
    await host.tapInSheet('2 位进场')
    await host.see('现场来客 等 2 位')
    await world.cloud.clock(MORNING)
  })

  it('a held seat is taken in the inbox', async () => {
    const rider = await world.visit('demo-linxiaochuan')
    await rider.open('rooms/notice/pages/inbox/index')
    await rider.see('有名额了，等你确认：午间瑜伽 · 肩颈')
    await rider.capture('inbox-offer')
    await rider.tap('让出 午间瑜伽 · 肩颈')
    await rider.tap(/^撤销/)
    await rider.tap('我去 午间瑜伽 · 肩颈')
    await rider.see('报上了，到时候见')
    await rider.see('已确认参加：午间瑜伽 · 肩颈')
  })
})
