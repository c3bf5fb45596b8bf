import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const WORDS = '会议室 402 的空调在滴水'

const ticketIdOf = async () => {
  const tickets = await world.cloud.dump<{ _id: string; title: string }>('selfservice_tickets')
  return tickets.find(({ title }) => title === WORDS)?._id ?? ''
}

describe('行政支持 and 发票', () => {
  it('let somebody ask, be answered, confirm and rate', async () => {
    const asking = await world.visit('demo-linxiaochuan')
    await asking.open('pages/energy/index')
    await asking.tap('行政支持')
    await asking.tap('提一件')
    await asking.capture('new-ticket')
    await asking.tap('报修')
    await asking.tap(/，改地方$/)
    await asking.type('在哪里', 'A 楼 4 层 402')
    await asking.type('什么事', WORDS)
    await asking.tap('提交')
    await asking.see('收到了，有进展会告诉你')
    const ticketId = await ticketIdOf()

    const beside = await world.visit('demo-bailu')
    await beside.open('rooms/selfservice/pages/newTicket/index')
    await beside.tap('报修')
    await beside.tap(`「${WORDS}」，我也是`)
    await beside.see('记下了，办好会告诉你')

    const helping = await world.visit('demo-xiahe')
    await helping.open('rooms/selfservice/pages/ticketBoard/index')
    await helping.see(WORDS)
    await helping.capture('ticket-board')
    await helping.open(`rooms/selfservice/pages/ticket/index?ticketId=${ticketId}`)
    await helping.see('另有 1 位同事也是')
    await helping.tap('接单或分派')
    await helping.tapInSheet(/^夏禾/)
    await helping.tap('开始处理')
    await helping.type('给林晓川留言', '带着梯子上来，五分钟')
    await helping.tap('发送')
    await helping.see('带着梯子上来，五分钟')
    await asking.see('带着梯子上来，五分钟')
    await asking.capture('support-ticket')
    await helping.tap('办好了')
    await helping.type('说一句', '冷凝管通开了')
    await helping.tapInSheet('发出')
    await helping.see('等你确认')
    await beside.open('rooms/notice/pages/inbox/index')
    await beside.see('报修办好了，你那边好了吗')

    await asking.open(`rooms/selfservice/pages/ticket/index?ticketId=${ticketId}`)
    await asking.tap('办好了')
    await asking.tap('5 星')
    await asking.tap('评价')
    await asking.see('谢谢，收到了')
  })

  it('show a title with its code, and what became of one’s own invoices', async () => {
    const reader = await world.visit('demo-linxiaochuan')
    await reader.open('pages/energy/index')
    await reader.tap('发票')
    await reader.see('9131 0000 DEMX 0000 1C')
    await reader.capture('invoices')
    await reader.tap('复制全部')
    await reader.see('抬头都复制了，贴给商家就行')
    await reader.tap('我的报销')
    await reader.see('2,386.40 元')
    await reader.capture('claims')
    await reader.tap('找一张发票')
    await reader.type('金额（元）', '148')
    await reader.tap('找')
    await reader.seeNoMore('客户午餐')
    expect(await reader.text()).not.toContain('大庆冬季试验差旅')
  })
})
