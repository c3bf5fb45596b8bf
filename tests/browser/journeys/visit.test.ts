import { dayOf } from '@domain/kernel/time'
import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

const CENTRE = 'centre-shanghai'
const HOST = 'demo-qiaoan'
const GUEST = 'demo-chenjiahe'
const HOUR_MS = 3_600_000

interface PlaceDoc {
  _id: string
  state: string
  sessionId: string
  startsAt: number
  party: number
  person: { name: string }
}

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const room = (page: string, query: string) => `rooms/booking/pages/${page}/index?${query}`

/** The visit that somebody holds, as the cloud has it. */
async function visitOf(name: string, state: string): Promise<PlaceDoc> {
  const places = await world.cloud.dump<PlaceDoc>('booking_places')
  const visit = places.find(
    ({ sessionId, person, ...place }) =>
      sessionId.startsWith(`visit:${CENTRE}:`) && place.state === state && person.name === name,
  )
  if (!visit) throw new Error(`${name} has no visit in state ${state}`)
  return visit
}

/** From the tab to the ticket: three people, the first free time. */
/** Of the centre whose page is open. */
async function watchFilm(guest: Visitor): Promise<void> {
  await guest.see('18 秒')
  await guest.tap('播放「走一圈，从 1927 年到今天」')
  const video = guest.page.locator('video')
  await guest.until('the film plays', async () => {
    const { currentTime } = await video.evaluate(({ currentTime }: HTMLVideoElement) => ({ currentTime }))
    return currentTime > 0.2
  })
  await guest.capture('centre-film')
}

async function bookForThree(guest: Visitor): Promise<void> {
  await guest.open('pages/fun/index')
  await guest.tap('品牌体验中心')
  await guest.see('上海品牌体验中心')
  await guest.capture('centres')
  await guest.tap(/^上海品牌体验中心/)
  await guest.see('开放时间')
  await guest.capture('centre')
  await guest.tap('约跟着讲解走一圈')
  await guest.see('几位一起来')
  await guest.tap(/^\d+:\d\d，余 [3-9]\d* 位|^\d+:\d\d，余 \d\d 位/)
  await guest.tap('多一位')
  await guest.tap('多一位')
  await guest.type('同行第 1 位怎么称呼', '陈妈妈')
  await guest.tap('约这个时段')
  await guest.see('第 2 位同行还没写怎么称呼')
  await guest.type('同行第 2 位怎么称呼', '小满')
  await guest.capture('centre-book')
  await guest.tap('约这个时段')
  await guest.see('陈妈妈、小满')
  await guest.capture('centre-ticket')
}

describe('a visit to a centre', () => {
  it('goes from the tab to the desk, and its guest says how it was', async () => {
    const guest = await world.visit(GUEST)
    await bookForThree(guest)
    const { startsAt, party, _id } = await visitOf('陈嘉禾', 'confirmed')
    expect(party).toBe(3)
    const code = await guest.read('.ticket__code')

    await world.cloud.clock(new Date(startsAt - HOUR_MS / 2).toISOString())
    const host = await world.visit(HOST)
    await host.open(room('desk', `centreId=${CENTRE}`))
    await host.see('位到了')
    await host.type('姓名、工号或四位数', code)
    await host.see('陈嘉禾 等 3 位')
    await host.tap('签到')
    await host.see('签到了')
    await host.capture('centre-desk')

    await world.cloud.clock(new Date(startsAt + 2 * HOUR_MS).toISOString())
    await guest.open(room('visit', `placeId=${encodeURIComponent(_id)}`))
    await guest.tap('说说这一次')
    await guest.tapInSheet('5 星')
    await guest.type('说一句，可以不写', '安全带那面墙，孩子看了三遍。')
    await guest.tapInSheet('提交')
    await guest.see('你说：5 星')
  })

  it('is looked forward to in the film of a centre that has one', async () => {
    const guest = await world.visit(GUEST)
    await guest.open(room('centre', `centreId=${CENTRE}`))
    await watchFilm(guest)
    await guest.open(room('centre', 'centreId=centre-beijing'))
    await guest.see('书墙')
    expect(await guest.page.getByText('播放「').count()).toBe(0)
  })

  it('is moved when the host closes its day, and the guest is told', async () => {
    const guest = await world.visit('demo-suyutong')
    await guest.open(room('book', `centreId=${CENTRE}`))
    await guest.see('几位一起来')
    await guest.tap(/^\d+:\d\d，余 \d+ 位/)
    await guest.tap('约这个时段')
    await guest.see('给前台打电话')
    const visit = await visitOf('苏雨桐', 'confirmed')

    const host = await world.visit(HOST)
    await host.open(room('closures', `centreId=${CENTRE}`))
    await host.tap('安排闭馆')
    await host.type('从哪天', dayOf(visit.startsAt))
    await host.tapInSheet('设备检修')
    await host.see(/位客人会收到通知/)
    await host.capture('centre-closure')
    await host.tapInSheet('闭馆并通知')
    await host.see('安排好了，正在通知约过的客人')
    await world.cloud.timer('booking', 'tend')

    await guest.open('rooms/notice/pages/inbox/index')
    await guest.tap(/^给你换了时间：跟着讲解走一圈 · /)
    await guest.see('中心闭馆，给你换到了这个时段')
    await guest.see(/设备检修/)
    await guest.capture('centre-moved')
    await guest.tap('就这天')
    await guest.see(/起在前台扫，没网也能用/)
    const moved = await visitOf('苏雨桐', 'confirmed')
    expect(moved.startsAt).toBeGreaterThan(visit.startsAt)
  })
})
