import sharp from 'sharp'
import { type BrowserWorld, findNewcomer, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const picture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#dbe7ef' } })
    .jpeg()
    .toBuffer()

describe('a new colleague', () => {
  it('reads, agrees, registers, posts in the Happy Hour, and finds every coin explained', async () => {
    const newcomer = await findNewcomer(world.cloud)
    const phone = await world.visit('demo-stranger')

    await phone.open('pages/home/index')
    await phone.see('登记一次，以后打开就到。')
    expect(await phone.page.getByRole('textbox').count()).toBe(0)
    await phone.tap('《隐私保护指引》')
    await phone.see('隐私与公约')
    await phone.back()
    await phone.tap('我已阅读并同意隐私保护指引和社区公约')
    await phone.type('员工编号', newcomer._id)
    await phone.type('姓名', '张冠')
    await phone.open('pages/home/index')
    await phone.type('手机号', newcomer.phone)
    await phone.tap('登记')
    await phone.see(/没有核对上/)
    await phone.type('姓名', newcomer.name)
    await phone.seeNoMore(/没有核对上/)
    await phone.capture('register')
    await phone.tap('登记')
    await phone.see(`欢迎，${newcomer.name}`)

    await phone.tap('沃有趣')
    await phone.tap('发帖，现在沃币 2 倍')
    await phone.see('发到哪个版块')
    await phone.tap('摄影')
    await phone.type('标题', '第一天，先拍一张晨光')
    await phone.type('正文', '今天第一次坐 3 号线，七点半的安亭，雾还没散。')
    await phone.choose(/^添加图片/, { name: 'morning.jpg', mimeType: 'image/jpeg', buffer: await picture() })
    await phone.see('1 / 9')
    await phone.see('+10 沃币')
    await phone.capture('compose')
    await phone.tap('发布')
    await phone.see('+10 沃币 · Happy Hour ×2')
    await phone.see('今天第一次坐 3 号线，七点半的安亭，雾还没散。')

    await phone.tap('看明细')
    await phone.tap(/^发帖「第一天，先拍一张晨光」/)
    await phone.see('到账')
    await phone.see(/7:30:00 收到，在 7:00–9:00 内/)
    await phone.see('当天发帖已得 10，上限 30')
  })
})
