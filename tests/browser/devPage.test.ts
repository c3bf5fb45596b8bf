/// <reference lib="dom" />
import { buildDevPage } from '../../tools/start/devPage'
import { capture } from '../support/browser/capture'
import { type BrowserWorld, MORNING, startBrowserWorld } from '../support/browser/world'

const WIDE = { width: 1280, height: 900 }

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld(MORNING, await buildDevPage())
})
afterAll(() => world.close())

describe('the page of npm start', () => {
  it('holds the phone of whoever is chosen, and shows what the cloud was asked', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const phone = desk.page.frameLocator('iframe')
    await phone.getByText('早上好，林晓川').waitFor()
    await desk.see(/content\.openHome/)
    await desk.settle()
    await capture(desk.page, 'dev-page', false)

    await desk.tap(/王砚秋/)
    await phone.getByText('早上好，王砚秋').waitFor()
  })

  it('opens a call with what was said and heard, and sends it again', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    await desk.page.frameLocator('iframe').getByText('早上好，林晓川').waitFor()
    await desk.tap('出错的')
    await desk.seeNoMore(/content\.openHome/)
    await desk.tap('全部')
    const own = desk.page.getByRole('row').filter({ has: desk.page.getByTitle('林晓川') })
    await own
      .getByRole('button', { name: /content\.openHome/ })
      .first()
      .click()
    await desk.see(/"mustRead"/)
    await desk.until('what was opened, under its row', () =>
      desk.page.evaluate(() => {
        const row = document.querySelector('.log__open')?.getBoundingClientRect()
        const detail = document.querySelector('.detail')?.getBoundingClientRect()
        return row?.bottom === detail?.top && (detail?.top ?? innerHeight) < innerHeight / 2
      }),
    )
    await desk.tap('重放')
    await desk.see(/重放的回复/)
    await desk.tap('复制 curl')
    await desk.until('the call on the clipboard', async () => {
      const copied = await desk.page.evaluate(() => navigator.clipboard.readText())
      return copied.startsWith(`curl -s ${world.cloud.url}/call -H 'x-openid: demo-linxiaochuan'`)
    })
  })

  it('shows a world in which nobody has done anything', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const phone = desk.page.frameLocator('iframe')
    await phone.getByText('早上好，林晓川').waitFor()
    await desk.tap('空数据')
    await phone.getByText('还没有人说话，开个头吧').waitFor()
    await desk.tap('空数据')
    await phone.getByText('早上好，林晓川').waitFor()
    await phone.getByText('还没有人说话，开个头吧').waitFor({ state: 'detached' })
  })

  it('shows after a reload which fault is on', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const isOn = (name: string) => desk.page.getByRole('button', { name, pressed: true }).waitFor()
    for (const name of ['慢 2 秒', '内容检查失灵']) {
      await desk.tap(name)
      await isOn(name)
      await desk.page.reload()
      await isOn(name)
    }
    await desk.tap('内容检查失灵')
    await desk.page.getByRole('button', { name: '内容检查失灵', pressed: false }).waitFor()
  })

  it('shows the foot of the phone in a low window and in a narrow one', async () => {
    const desk = await world.visit('demo-linxiaochuan', { width: 1280, height: 800 })
    await desk.page.goto(world.url)
    await desk.page.frameLocator('iframe').getByText('早上好，林晓川').waitFor()
    for (const window of [
      { width: 1280, height: 800 },
      { width: 1240, height: 720 },
      { width: 900, height: 800 },
    ]) {
      await desk.page.setViewportSize(window)
      await desk.until(`the whole page in ${window.width} × ${window.height}`, () =>
        desk.page.evaluate(() => {
          const isInside = (selector: string) => {
            const box = document.querySelector(selector)?.getBoundingClientRect()
            return box !== undefined && box.bottom <= innerHeight && box.right <= innerWidth && box.top >= 0
          }
          const { scrollHeight, scrollWidth } = document.documentElement
          return (
            ['.phone', '.panel--left', '.panel--right'].every(isInside) &&
            scrollHeight <= innerHeight &&
            scrollWidth <= innerWidth
          )
        }),
      )
    }
  })

  it('becomes the mini program alone, with people and clock behind a line, when the window is drawn as narrow as a phone', async () => {
    const desk = await world.visit('demo-stranger', WIDE)
    await desk.page.goto(world.url)
    await desk.see('函数日志')
    await desk.page.setViewportSize({ width: 390, height: 844 })
    await desk.seeNoMore('函数日志')
    // A stranger reads whom to register as, and may be somebody else.
    await desk.see(/可以登记为/)
    await desk.see(/编号 VC\d+ · 手机 1\d{10}/)
    await desk.tap('换个人或时间')
    await desk.until('the same once', async () => (await desk.page.getByText(/可以登记为/).count()) === 1)
    await desk.tap('9:00 整')
    await desk.tap(/王砚秋/)
    await desk.page.frameLocator('iframe').getByText('早上好，王砚秋').waitFor()
    await desk.seeNoMore(/可以登记为/)
  })

  it('keeps the open page when the phone is turned dark, large or narrow', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const phone = desk.page.frameLocator('iframe')
    await phone.getByText('早上好，林晓川').waitFor()
    await phone.getByText('沃有趣').last().click()
    await phone.getByText('沃工会').waitFor()
    for (const [chip, sign] of [
      ['深色', 'theme=dark'],
      ['大字', 'k=1.4'],
      ['320', 'k=1.4'],
    ] as const) {
      await desk.tap(chip)
      await phone.getByText('沃工会').waitFor()
      await desk.until(`沃有趣 with ${sign}`, async () =>
        desk.page
          .frames()
          .some(frame => frame.url().includes(sign) && frame.url().endsWith('#/pages/fun/index')),
      )
    }
    // Somebody else begins where everybody does.
    await desk.tap(/王砚秋/)
    await phone.getByText('早上好，王砚秋').waitFor()
  })

  it('lists the messages that wait for the morning', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    await desk.see(/还没有。/)
    const lin = (await world.cloud.people()).find(({ openid }) => openid === 'demo-linxiaochuan')
    await world.cloud.engine.insertMany('notice_held', [
      {
        _id: 'held-1',
        employeeId: lin?.employeeId,
        template: 'applicationWaiting',
        page: 'pages/admin/index',
        values: ['陈嘉禾', '光影摄影社'],
        dueAt: Date.parse(MORNING),
      },
    ])
    await desk.see('7:00 后送达')
    await desk.see('给 林晓川')
    await desk.see('入会申请待处理')
    await desk.see('陈嘉禾 · 光影摄影社')
    await desk.seeNoMore(/还没有。/)
  })

  it('shows in a narrow window either what to set or what was asked, each in the whole column', async () => {
    const desk = await world.visit('demo-linxiaochuan', { width: 1024, height: 700 })
    await desk.page.goto(world.url)
    for (const width of [1024, 800]) {
      await desk.page.setViewportSize({ width, height: 700 })
      await desk.tap('身份和时间')
      await desk.until('the clock in sight', () =>
        desk.page.evaluate(() => {
          const clock = document.querySelector('.clock')?.getBoundingClientRect()
          return clock !== undefined && clock.bottom > clock.top && clock.bottom <= innerHeight
        }),
      )
      await desk.seeNoMore('函数日志')
      await desk.tap('消息和日志')
      await desk.see('函数日志')
      await desk.seeNoMore('现在几点')
    }
    await desk.page.setViewportSize(WIDE)
    await desk.see('现在几点')
    await desk.see('函数日志')
  })

  it('finds somebody among all, and folds the list under whoever was chosen', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    const people = desk.page.locator('.person')
    await desk.tap(/^全部 \d+ 位$/)
    await desk.until('a list that leaves the clock in sight', () =>
      desk.page.evaluate(() => {
        const clock = document.querySelector('.clock')?.getBoundingClientRect()
        return (
          document.querySelectorAll('.person').length > 20 && (clock?.bottom ?? innerHeight) < innerHeight
        )
      }),
    )
    await desk.type('找人', '羽毛球')
    await desk.until('presidents of 羽毛球 alone', async () => {
      const found = await people.allInnerTexts()
      return found.length > 0 && found.every(text => text.includes('羽毛球'))
    })
    await desk.type('找人', '没有这个人')
    await desk.see('没有找到')
    await desk.type('找人', '孟')
    const name = (await people.first().locator('strong').textContent()) ?? ''
    await people.first().click()
    await desk.until('the list folded under them', async () => {
      const [first = '', ...others] = await people.allInnerTexts()
      return first.includes(name) && others.length === 5
    })
    await desk.page.frameLocator('iframe').getByText(`早上好，${name}`).waitFor()
  })

  it('calls somebody by what they preside over, and says what came of a call', async () => {
    const desk = await world.visit('demo-linxiaochuan', WIDE)
    await desk.page.goto(world.url)
    await desk.see(/社会长/)
    await desk.see(/\d+ 条/)
  })
})
