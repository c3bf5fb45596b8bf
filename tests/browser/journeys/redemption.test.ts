import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const balanceOf = async (openid: string) => {
  const reply = await world.cloud.call<{ balance: number }>(openid, 'coin.openStatement')
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.balance
}

describe('coins for goods', () => {
  it('go from the shop to a desk, where the code is read and the goods are handed over', async () => {
    const before = await balanceOf('demo-zhoumu')
    const buyer = await world.visit('demo-zhoumu')
    await buyer.open('rooms/mall/pages/shop/index')
    await buyer.see('珐琅杯・红边')
    await buyer.capture('shop')
    await buyer.tap(/珐琅杯・红边/)
    await buyer.see('兑换后还剩')
    await buyer.capture('product')
    await buyer.tap('用 160 沃币兑换')
    await buyer.tapInSheet(/换一个$/)
    await buyer.tapInSheet(/^上海 B 楼前台/)
    await buyer.tapInSheet('用 160 沃币兑换')
    await buyer.see('换到了，珐琅杯・红边是你的了')
    expect(await balanceOf('demo-zhoumu')).toBe(before - 160)
    await buyer.capture('order')
    const code = await buyer.read('.order__code')

    const keeper = await world.visit('demo-wangyanqiu')
    await keeper.open('pages/admin/index')
    await keeper.tap(/^兑换发货/)
    await keeper.tap('前台自取')
    await keeper.type('取货码', code)
    await keeper.tap('交付')
    await keeper.see('珐琅杯・红边 × 1')
    await keeper.see(/交给 周牧，研发/)

    // The page that shows the code notices by itself that it has been used.
    await buyer.seeNoMore('到前台就能拿')
    await buyer.see('已收到')
    await keeper.type('取货码', code)
    await keeper.tap('交付')
    await keeper.see(/这个码用过了/)
  })

  it('go to a home with a waybill, and the buyer says that it came', async () => {
    const buyer = await world.visit('demo-hejunlin')
    await buyer.open('rooms/mall/pages/product/index?productId=g05-tote')
    await buyer.tap('用 120 沃币兑换')
    await buyer.tapInSheet('寄到家')
    await buyer.type('收件人', '何俊霖')
    await buyer.type('手机号', '13900017117')
    await buyer.type('地址', '上海市嘉定区曹安公路 4800 号 6 幢 501 室')
    await buyer.tapInSheet('用 120 沃币兑换')
    await buyer.see('正在准备寄出')

    const keeper = await world.visit('demo-wangyanqiu')
    await keeper.open('rooms/mall/pages/fulfil/index')
    await keeper.tap('寄出何俊霖的帆布袋・海岸线')
    await keeper.type('运单号', 'SF1442709188888')
    await keeper.tapInSheet('寄出')
    await keeper.see('已告诉何俊霖，在路上了')

    await buyer.open('rooms/notice/pages/inbox/index')
    await buyer.tap(/^帆布袋・海岸线寄出了/)
    await buyer.see('SF1442709188888')
    await buyer.tap('确认收到')
    await buyer.see('收到就好，用得开心')
    await buyer.see('已收到')
  })

  it('come back when the order is cancelled before it is sent', async () => {
    const before = await balanceOf('demo-fangzhou')
    const buyer = await world.visit('demo-fangzhou')
    await buyer.open('rooms/mall/pages/product/index?productId=g04-mug')
    await buyer.tap('用 160 沃币兑换')
    await buyer.see('上海 A 楼前台')
    await buyer.tapInSheet('用 160 沃币兑换')
    await buyer.see('换到了，珐琅杯・红边是你的了')
    await buyer.tap('取消订单')
    await buyer.tapInSheet('点错了')
    await buyer.tapInSheet('取消订单')
    await buyer.see(`退回 160 沃币，现在有 ${before}`)
    await buyer.see('已取消')
    expect(await balanceOf('demo-fangzhou')).toBe(before)
  })
})
