import sharp from 'sharp'
import type { Visitor } from '../../support/browser/visitor'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const TITLE = '安亭食堂的第一锅粥，六点半开'

const cover = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#c9b28a' } })
    .jpeg()
    .toBuffer()

/** Drags the picture beyond its frame, which it never leaves: a gap would be black in the cover. */
async function cutAsFarAsItGoes(writer: Visitor): Promise<void> {
  const { mouse } = writer.page
  const frame = await writer.page.getByRole('img', { name: '要裁的图片' }).boundingBox()
  const [x, y] = [(frame?.x ?? 0) + 20, (frame?.y ?? 0) + 20]
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x, y + 400, { steps: 5 })
  await mouse.up()
  await writer.tapInSheet('就用这一块')
  await writer.see('换封面')
  const shown = await sharp(await writer.page.getByRole('img', { name: '封面' }).screenshot()).stats()
  expect(Math.min(...shown.channels.map(({ min }) => min))).toBeGreaterThan(100)
}

const menu = { name: '本周菜单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n一锅粥') }

const terms = [
  ['给谁看', '所有同事'],
  ['发布时推送', '不推送'],
  ['必读', '要读到文末确认'],
  ['评论', '可以评论'],
] as const

it('writes an article, lets a chief editor publish it, and sees it read to its end', async () => {
  const writer = await world.visit('demo-maoqing')
  await writer.open('rooms/content/pages/draft/index')
  await writer.type('标题', TITLE)
  await writer.type('摘要', '夜班下来也喝得到热的')
  await writer.choose('选封面', { name: 'porridge.jpg', mimeType: 'image/jpeg', buffer: await cover() })
  await cutAsFarAsItGoes(writer)
  await writer.type('正文', '## 六点半\n\n十二月起，**第一锅粥**提前半小时。')
  await writer.choose(/^加附件/, menu)
  await writer.see('本周菜单.pdf')
  await writer.page.getByRole('switch', { name: '必读' }).click()
  await writer.tap('存草稿')
  await writer.see('存好了')
  // What was saved is saved again: its files lie elsewhere since.
  await writer.type('署名', '毛晴')
  await writer.tap('存草稿')
  await writer.see('存过的版本')
  await writer.tap('看看排出来的样子')
  await writer.see('提前半小时。')
  await writer.tap('交稿')
  await writer.see('交给主编了')

  const chief = await world.visit('demo-songshiyu')
  await chief.open('rooms/content/pages/newsroom/index')
  await chief.tap(new RegExp(TITLE))
  await chief.see('第一锅粥')
  // What is let through is in sight before it is.
  for (const [label, said] of terms) {
    await chief.see(label)
    await chief.see(said)
  }
  await chief.see('本周菜单.pdf')
  await chief.tap('现在发布')
  await chief.see(/^所有同事 · [\d,]+ 人$/)
  await chief.tapInSheet(/^发布给/)
  await chief.see('发布了')

  const reader = await world.visit('demo-linxiaochuan')
  await reader.open('pages/home/index')
  await reader.tap(new RegExp(TITLE))
  await reader.see('读完了，确认一下')
  await reader.tap('我已读完')
  await reader.see('你已经确认读完')
  await reader.type('写评论', '六点半，赶得上第一班车')
  await reader.tap('发送')
  await reader.see('六点半，赶得上第一班车')

  await chief.open('pages/home/index')
  await chief.tap('搜文章')
  await chief.type('搜文章，拼音也行', 'shitang')
  await chief.see(TITLE)
})

it('sends an article back with a reason, and it is handed in again and timed', async () => {
  const chief = await world.visit('demo-songshiyu')
  await chief.open('rooms/content/pages/draft/index?articleId=a-heritage')
  await chief.tap('退回')
  await chief.tapInSheet('补出处')
  await chief.tapInSheet('退回')
  await chief.see('退回去了，撰稿的同事会看到理由')

  const writer = await world.visit('demo-maoqing')
  await writer.open('rooms/content/pages/draft/index?articleId=a-heritage')
  await writer.see('数字请补上出处和统计的时间。')
  await writer.tap('交稿')
  await writer.see('交给主编了')

  await chief.open('rooms/content/pages/draft/index?articleId=a-heritage')
  await chief.tap('定时发布')
  await chief.page.getByLabel('哪一天').fill('2026-11-20')
  await chief.tapInSheet('定在这个时间')
  await chief.see('到时间自动发布')
})
