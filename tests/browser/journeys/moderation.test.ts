import type { CommentDocument, PostDocument } from '../../../cloudfunctions/forum/store'
import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

describe('a post that has to go', () => {
  it('takes its coins with it, and its author reads why', async () => {
    const author = 'demo-bailu'
    const posted = await world.cloud.call<{ postId: string }>(
      author,
      'forum.createPost',
      { boardId: 'food', title: '转让健身卡一张', body: '还剩半年，价格好商量，加我微信。', images: [] },
      'browser-moderation-post',
    )
    if (!posted.ok) throw new Error(posted.error.code)

    const moderator = await world.visit('demo-wangyanqiu')
    await moderator.open('pages/fun/index')
    await moderator.tap(/转让健身卡一张/)
    await moderator.tap('更多操作')
    await moderator.tapInSheet('移除这篇帖子')
    await moderator.tapInSheet('广告')
    await moderator.see('会扣回的沃币')
    await moderator.tapInSheet('移除并说明')
    await moderator.see('帖子已移除')
    // The seconds for thinking again run out.
    await moderator.until('the post’s end', async () =>
      (await world.cloud.dump<{ title: string; state: string }>('forum_posts')).some(
        ({ title, state }) => title === '转让健身卡一张' && state === 'removed',
      ),
    )

    const phone = await world.visit(author)
    await phone.open('rooms/coin/pages/statement/index')
    await phone.tap('扣回')
    await phone.see('「转让健身卡一张」被移除')
    await phone.see(/扣回，广告/)
    await phone.open('rooms/notice/pages/inbox/index')
    await phone.see('你的帖子「转让健身卡一张」被移除')
    await phone.see('理由：广告。收回 10 沃币')
  })
})

describe('a comment of one’s own', () => {
  it('stays deleted when the app is opened again within the five seconds', async () => {
    const author = await world.visit('demo-zhoumu')
    const spokenUnder = (await world.cloud.dump<CommentDocument>('forum_comments'))
      .filter(comment => comment.author.name === '周牧')
      .map(({ postId }) => postId)
    const post = (await world.cloud.dump<PostDocument>('forum_posts')).find(
      ({ _id, state }) => state === 'live' && !spokenUnder.includes(_id),
    )
    await author.open(`rooms/forum/pages/post/index?postId=${post?._id}`)
    await author.page.locator('.post-bar__input textarea').fill('这句我再想想。')
    await author.tap('发送')
    await author.see('这句我再想想。')
    // The page scrolls to what was written.
    await author.settle()
    await author.tap('周牧的评论，更多操作')
    await author.tapInSheet('删除我的评论')
    await author.see('评论已删除')
    await author.seeNoMore('这句我再想想。')

    await author.open(`rooms/forum/pages/post/index?postId=${post?._id}`)
    await author.see(/^评论 \d/)
    await author.until('the comment to be deleted', async () => {
      const comments = await world.cloud.dump<{ body: string; state: string }>('forum_comments')
      return comments.every(({ body, state }) => body !== '这句我再想想。' || state === 'deleted')
    })
    await author.seeNoMore('这句我再想想。')
  })
})
