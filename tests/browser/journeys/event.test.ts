import sharp from 'sharp'
import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

/** When the doors of the event below are open. */
const EVENING = '2026-11-20T18:40:00+08:00'
const TITLE = '夜景：园区的灯'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const eventIdOf = async (title: string) => {
  const events = await world.cloud.dump<{ _id: string; title: string }>('union_events')
  return events.find(event => event.title === title)?._id ?? ''
}

const picture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#edc65c' } })
    .jpeg()
    .toBuffer()

const openEvent = async (openid: string, eventId: string): Promise<Visitor> => {
  const phone = await world.visit(openid)
  return phone.open(`rooms/union/pages/event/index?eventId=${eventId}`)
}

/** The president's form for tomorrow evening, one seat. */
async function announce(president: Visitor): Promise<void> {
  await president.open('pages/admin/index')
  await president.tap(/^办一场活动/)
  await president.type('活动叫什么', TITLE)
  await president.type('第 1 段，正文', '带一支三脚架，路灯亮起来的二十分钟最好看。')
  await president.type('开始那天', '2026-11-20')
  await president.type('几点开始', '19:00')
  await president.type('几点结束', '20:30')
  await president.type('在哪里', '园区南门')
  await president.type('名额', '1')
  await president.capture('event-edit')
  await president.tap('开放报名')
  await president.see('可以报名了')
  await president.see('还有 1 个名额，共 1 个')
}

describe('an event', () => {
  it('goes from the president’s form to the door, by way of the queue', async () => {
    const president = await world.visit('demo-linxiaochuan')
    await announce(president)
    const eventId = await eventIdOf(TITLE)

    const first = await openEvent('demo-chenjiahe', eventId)
    await first.tap('报名')
    await first.tapInSheet('确认报名')
    await first.see('看入场券')

    const second = await openEvent('demo-suyutong', eventId)
    await second.tap('排候补')
    await second.tapInSheet('排候补')
    await second.see('候补位次')
    await second.capture('event-waitlist')

    await first.tap('看入场券')
    await first.see('给签到的同事看，没网也能用')
    await first.tap('去不了')
    await first.tapInSheet('退出')
    await first.see('你退出了这一场。还想去，可以再报名。')

    await second.open('rooms/notice/pages/inbox/index')
    await second.tap(/^有名额了，等你确认/)
    await second.see('名额留给你')
    await second.capture('event-offer')
    await second.tap('我去')
    await second.see('给签到的同事看，没网也能用')
    await second.capture('event-ticket')
    const code = await second.read('.ticket__code')

    await world.cloud.clock(EVENING)
    await president.open(`rooms/booking/pages/host/index?sessionId=${eventId}`)
    await president.see('苏雨桐')
    await president.type('入场码或四位数', code)
    await president.tap('签到')
    await president.see('签到了')
    await president.see('到了 1 位，共 1 位')
    await president.capture('event-host')
    await second.open('rooms/booking/pages/mine/index')
    await second.see('已签到')
  })

  it('is told of afterwards by its host, and pictured by those who were there', async () => {
    const host = await openEvent('demo-linxiaochuan', 'lens-ginkgo')
    await host.see('四十分钟，十四个人，')
    await host.capture('event-recap')
    await host.tap('改回顾')
    await host.tap('加一段')
    await host.type('第 6 段，正文', '相册月底关闭，想要原图的找我。')
    await host.tap('第 6 段的样式')
    await host.tapInSheet('小标题')
    await host.tapInSheet('正文')
    await host.tapInSheet('想要原图的找我')
    await host.capture('recap-edit')
    await host.tapInSheet('关闭')
    await host.tap('保存')
    await host.see('改好了')
    const reader = await openEvent('demo-chenjiahe', 'lens-ginkgo')
    await reader.see('想要原图的找我。')
    expect(await reader.text()).not.toContain('贴照片')
    await reader.tap('外拍：厂房里的光')
    await reader.see('试制车间东门')

    const own = host.page.getByLabel(/^林晓川的照片/)
    await host.settle()
    const before = await own.count()
    await host.choose(/贴照片/, { name: 'leaf.jpg', mimeType: 'image/jpeg', buffer: await picture() })
    await host.until('one photo more', async () => (await own.count()) > before)
  })

  it('that is called off tells those who come why', async () => {
    const president = await openEvent('demo-chengye', 'bike-dishui')
    await president.tap(/^取消活动/)
    await president.tapInSheet('天气不好')
    await president.tapInSheet('取消活动')
    await president.see('活动取消了')
    await world.cloud.timer('booking', 'tend')
    const rider = await world.visit('demo-chenjiahe')
    await rider.open('rooms/notice/pages/inbox/index')
    await rider.tap(/^取消了：滴水湖环湖骑行/)
    await rider.see('发起人取消了这一场，付过的沃币已经退回。')
  })
})
