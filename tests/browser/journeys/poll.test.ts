/// <reference lib="dom" />
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const READER = 'demo-linxiaochuan'
const OTHER = 'demo-bailu'

describe('a poll', () => {
  it('is asked, kept as a draft, voted in once, and shows its numbers afterwards', async () => {
    const author = await world.visit(OTHER)
    await author.open('rooms/forum/pages/compose/index')
    await author.tap('发布')
    await author.see('选一个版块')
    // Said where it is to be mended, and nowhere else.
    expect(await author.page.locator('.toast').count()).toBe(0)
    await author.tap('食堂')
    await author.type('标题', '下周二下午茶')
    await author.type('正文', '轮到我们组，想吃什么投一票。')
    await author.tap('发起投票')
    await author.type('选项 1', '双皮奶')
    await author.tap('发布')
    await author.see('投票至少写 2 个选项')
    await author.type('选项 2', '蛋挞')
    await author.tap('加一个选项')
    await author.type('选项 3', '水果')
    await author.see(/草稿已存/)
    // An earlier pause has kept what was there by then.
    const kept = () => author.page.evaluate(() => JSON.stringify(window.localStorage).includes('水果'))
    await author.until('the last option to be kept', kept)

    const later = author
    await later.start('rooms/forum/pages/compose/index')
    await later.until(
      'the draft has its poll',
      async () => (await later.page.locator('input[aria-label="选项 3"]').inputValue()) === '水果',
    )
    await later.tap('发布')
    await later.see('还没有人投')
    await later.see('匿名投票，投出后不能改，投完看结果')

    const reader = await world.visit(READER)
    await reader.open('pages/fun/index')
    await reader.see('亲子')
    // What is known of the hour stands above a board that cannot be reached as above any other.
    await reader.context.setOffline(true)
    await reader.tap('亲子')
    await reader.see('没能连上')
    await reader.see(/^剩/)
    await reader.context.setOffline(false)
    reader.complaints.splice(0)
    await reader.tap('全部')
    await reader.tap(/双皮奶、蛋挞、水果/)
    await reader.tap('蛋挞')
    await reader.tap('投票')
    await reader.see('100%')
    await reader.see('单选 · 1 人已投')
    await reader.see('匿名投票，没有人看得到谁选了什么')
    await reader.capture('poll')
  })
})

describe('a card', () => {
  it('leads from an event into the forum and back', async () => {
    const reader = await world.visit(READER)
    await reader.open('rooms/union/pages/event/index?eventId=bike-dishui')
    await reader.tap('发到沃谈会')
    await reader.see('滴水湖环湖骑行')
    await reader.tap('运动')
    await reader.type('标题', '周六谁一起去')
    await reader.type('正文', '我从嘉定坐大巴。')
    await reader.tap('发布')
    await reader.see('我从嘉定坐大巴。')
    await reader.tap(/滴水湖环湖骑行/)
    await reader.see('环湖一圈 34 公里')
  })

  it('is chosen by its words among what there is', async () => {
    const author = await world.visit(READER)
    await author.open('rooms/forum/pages/compose/index')
    await author.tap('附上活动或商品')
    await author.tapInSheet('商品')
    await author.type('商品', '珐琅')
    await author.tapInSheet(/珐琅杯/)
    await author.see('珐琅杯・红边')
    await author.tap('去掉附上的卡片')
    await author.see('附上活动或商品')
  })
})
