import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

const READER = 'demo-linxiaochuan'
const OTHER = 'demo-bailu'

async function published(): Promise<string> {
  const post = { boardId: 'food', title: '食堂二楼的新窗口', body: '今天试了一下，豆花面不错。', images: [] }
  const reply = await world.cloud.call<{ postId: string }>(
    OTHER,
    'forum.createPost',
    post,
    'browser-talk-post',
  )
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.postId
}

describe('a conversation', () => {
  it('goes on by itself, is answered, liked and kept, and the author puts the post right', async () => {
    const postId = await published()
    const reader = await world.visit(READER)
    await reader.open(`rooms/forum/pages/post/index?postId=${postId}`)
    await reader.see('还没有人评论，说一句吧')

    const said = { postId, body: '几点去人少？' }
    const comment = await world.cloud.call('demo-zhoumu', 'forum.addComment', said, 'browser-talk-comment')
    expect(comment.ok).toBe(true)
    await reader.see('几点去人少？')
    await reader.see('评论 1')

    await reader.tap(/^回复/)
    await reader.type('写评论', ['十一点半以前', '过了就要排队', ...'12345678'].join('\n'))
    await reader.tap('发送')
    await reader.see('评论 2')
    // The box is as low as before, however much was said.
    expect(await reader.page.locator('.post-bar__input textarea').last().getAttribute('rows')).toBe('1')
    await reader.tap(/^赞.+的评论，现在 0 个赞/)
    await reader.tap('收藏，现在 0 次收藏')
    await reader.tap('更多操作')
    await reader.tapInSheet('为什么热')
    await reader.see(/热度，第 \d+ 名/)
    await reader.capture('heat')

    const kept = await world.visit(READER)
    await kept.open('rooms/forum/pages/favourites/index')
    await kept.see('食堂二楼的新窗口')

    const author = await world.visit(OTHER)
    await author.open(`rooms/forum/pages/post/index?postId=${postId}`)
    await author.see('十一点半以前')
    await author.tap('更多操作')
    await author.tapInSheet('修改')
    await author.type('标题', '食堂二楼的豆花面')
    await author.tap('保存')
    await author.see('食堂二楼的豆花面')
    await author.tap(/看以前的版本/)
    await author.see('食堂二楼的新窗口')
  })

  it('of an official account is begun and answered in its name, and reaches who follows it', async () => {
    const reader = await world.visit(READER)
    await reader.open('rooms/forum/pages/author/index?authorId=jiading')
    await reader.tap('关注')
    await reader.see('已关注')

    const speaker = await world.visit('demo-maoqing')
    await speaker.open('rooms/forum/pages/compose/index')
    await speaker.tap('食堂')
    await speaker.tap('以嘉定生活')
    await speaker.type('标题', '周五食堂有肉桂卷')
    await speaker.type('正文', '三楼，十一点半开始，先到先得。')
    await speaker.tap('发布')
    await speaker.see('还没有人评论，说一句吧')
    await speaker.type('写评论', '不够会再烤一炉。')
    await speaker.tap('以嘉定生活')
    await speaker.tap('发送')
    await speaker.see('评论 1')

    await reader.open('pages/fun/index')
    await reader.tap('关注')
    await reader.tap(/周五食堂有肉桂卷/)
    await reader.see('不够会再烤一炉。')
    await reader.seeNoMore('毛晴')

    await speaker.open('rooms/forum/pages/accounts/index')
    await speaker.tap('改介绍：嘉定生活')
    await speaker.type('介绍', '食堂、班车、停车，今天吃什么')
    await speaker.tapInSheet('保存')
    await speaker.see('食堂、班车、停车，今天吃什么')
    await speaker.capture('accounts')
  })

  it('that is worth it is chosen by a moderator, pinned, and found among the featured ones', async () => {
    const moderator = await world.visit('demo-wangyanqiu')
    await moderator.open('pages/fun/index')
    await moderator.tap(/夜班的第一缕光/)
    await moderator.tap('更多操作')
    await moderator.tapInSheet('选为精华')
    await moderator.see('已选为精华')
    // It counts once the seconds for thinking again are over.
    await moderator.until('the author’s coins', async () =>
      (await world.cloud.dump<{ reason: string; title: string }>('coin_entries')).some(
        ({ reason, title }) => reason === 'forum.featured' && title.includes('夜班的第一缕光'),
      ),
    )
    await moderator.tap('更多操作')
    await moderator.tapInSheet('置顶到版块')
    await moderator.see('已置顶到版块')

    const reader = await world.visit(READER)
    await reader.open('pages/fun/index')
    await reader.tap('现在看最新，换一种')
    await reader.tapInSheet('精华')
    await reader.see('精华')
    await reader.see('夜班的第一缕光')
    await reader.tap('摄影')
    await reader.see('置顶')
  })

  it('says in sight how much of a post is too much, and how long its title may be', async () => {
    const writer = await world.visit(READER)
    await writer.open('rooms/forum/pages/compose/index?boardId=food&fresh=yes')
    await writer.type('标题', '题'.repeat(40))
    await writer.see('标题最多 40 个字，写满了')
    await writer.type('正文', '说一行\n'.repeat(520))
    await writer.until('the count in the window', () =>
      writer.page.evaluate(() => {
        const count = document.querySelector('.compose__count--over')
        const box = count?.getBoundingClientRect()
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
      }),
    )
    await writer.see('多了 79 字')
  })
})
