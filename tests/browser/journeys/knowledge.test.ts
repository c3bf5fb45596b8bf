import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const READER = 'demo-linxiaochuan'
const EDITOR = 'demo-mengchuan'

describe('the knowledge base', () => {
  it('opens from the tools, finds a word by its initials off line, and takes a suggestion to the glossary', async () => {
    const reader = await world.visit(READER)
    await reader.open('pages/energy/index')
    await reader.tap('搜一个词，或一份制度')
    await reader.see(/词 1\d\d/)
    await reader.context.setOffline(true)
    await reader.type('搜一个词，或一份制度', 'dcglxt')
    await reader.see('Battery Management System')
    // A browser fetches a page's code when it is opened first; a phone has it.
    await reader.tap(/Battery Management System/)
    await reader.see('没能连上，看看网络，再试一次')
    await reader.context.setOffline(false)
    // It prints each call that finds no network: those were meant.
    reader.complaints.splice(0)
    await reader.tap(/Battery Management System/)
    await reader.see('像晨跑团的领跑员：不看谁最快，看谁快没劲了。')
    await reader.capture('term')
    await reader.back()
    await reader.seeNoMore('像晨跑团的领跑员：不看谁最快，看谁快没劲了。')
    await reader.open('rooms/knowledge/pages/suggest/index')
    await reader.type('哪个词', '白车间')
    await reader.type('它是什么意思，或者你在哪里看到的', '焊装车间的另一个叫法。')
    await reader.tap('发给编辑')
    await reader.see('等编辑看')

    const editor = await world.visit(EDITOR)
    await editor.open('rooms/knowledge/pages/desk/index')
    await editor.tap(/白车间/)
    await editor.type('一句话', '焊装车间')
    await editor.tap('收进词库')
    await editor.tapInSheet('正好缺')
    await editor.tapInSheet('收录')
    await editor.see('收进词库，也告诉对方了')

    await reader.open('rooms/notice/pages/inbox/index')
    await reader.see('「白车间」收进词库了')
  })

  it('explains a word of a piece of news where it stands', async () => {
    const [news] = (await world.cloud.dump<{ _id: string; title: string }>('notice_news')).filter(
      ({ title }) => title === '成都工厂 500 天零损工',
    )
    const reader = await world.visit(READER)
    await reader.open(`rooms/notice/pages/news/index?newsId=${news?._id}`)
    await reader.tap('成都工厂，看解释')
    await reader.see('在国内建的第一座整车厂')
    await reader.capture('explained')
    await reader.tapInSheet('收进词本')
    await reader.tapInSheet('看词条')
    await reader.see('瑞典语：沿用英文名')
    await reader.see('在词本里')
    await reader.open('rooms/knowledge/pages/library/index')
    await reader.see('我的词本')
  })
})
