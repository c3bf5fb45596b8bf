import { type BrowserWorld, startBrowserWorld } from '../../support/browser/world'

const TITLE = '转让健身卡，量大从优'
const AUTHOR = 'demo-bailu'

let world: BrowserWorld
beforeAll(async () => {
  world = await startBrowserWorld()
})
afterAll(() => world.close())

async function call<T = unknown>(openid: string, name: string, input: object, requestId: string): Promise<T> {
  const reply = await world.cloud.call<T>(openid, name, input, requestId)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data
}

const coinsOf = async () =>
  (await call<{ balance: number }>(AUTHOR, 'coin.openStatement', {}, 'reports-coins-01')).balance

it('what three report is hidden, removed by one moderator, appealed, and restored by another', async () => {
  const body = '还剩半年，价格好商量，加我微信。'
  const post = { boardId: 'food', title: TITLE, body, images: [] }
  const { postId } = await call<{ postId: string }>(AUTHOR, 'forum.createPost', post, 'reports-post-0001')
  const before = await coinsOf()

  const reader = await world.visit('demo-maxiao')
  await reader.open(`rooms/forum/pages/post/index?postId=${postId}`)
  await reader.tap('更多操作')
  await reader.tapInSheet('举报这篇帖子')
  await reader.tapInSheet('广告')
  await reader.capture('report-sheet')
  await reader.tapInSheet('举报')
  await reader.see('收到了，版主看过会告诉你')
  const report = { kind: 'post', id: postId, reason: 'advertising' }
  await call('demo-handong', 'forum.report', report, 'reports-second-01')
  await call('demo-hejunlin', 'forum.report', report, 'reports-third-001')
  await reader.open('pages/fun/index')
  await reader.seeNoMore(TITLE)

  const first = await world.visit('demo-wangyanqiu')
  await first.open('rooms/access/pages/moderation/index')
  await first.see('3 件要看')
  await first.capture('moderation')
  await first.tap(/白露 · 帖子/)
  await first.see('3 个人举报')
  await first.capture('review')
  await first.tap('移除这篇')
  await first.see('会扣回的沃币')
  await first.type('白露会看到', '转让请去二手版块，这里是食堂。')
  await first.capture('removal')
  await first.tapInSheet('移除并说明')
  await first.see('已移除 白露的帖子')
  await first.until('the post to be removed', async () => (await stateOf(postId)) === 'removed')
  expect(await coinsOf()).toBe(before - 10)

  const author = await world.visit(AUTHOR)
  await author.open('rooms/notice/pages/inbox/index')
  await author.tap(/你的帖子「转让健身卡，量大从优」被移除/)
  await author.see('转让请去二手版块，这里是食堂。')
  await author.tap('申诉')
  await author.type('版主会看到', '这是食堂旁边健身房的卡，同事之间转让。')
  await author.tapInSheet('提交申诉')
  await author.see('申诉在看')
  await author.capture('appeal')

  await first.open('rooms/access/pages/moderation/index')
  await first.see(/要另一位版主来看/)

  const second = await world.visit('demo-wenyan')
  await second.open('pages/admin/index')
  await second.see('看申诉')
  await second.tap(/白露对移除的申诉/)
  await second.see('白露的申诉')
  await second.capture('appeal-answer')
  await second.tap('恢复，补回 10')
  await second.tapInSheet('判断错了')
  await second.tapInSheet('恢复并说明')
  await second.until('the post to be back', async () => (await stateOf(postId)) === 'live')
  expect(await coinsOf()).toBe(before)

  await author.open(`rooms/forum/pages/appeal/index?reviewId=post.${postId}`)
  await author.see('恢复了')
  await second.until('those who reported to be told', areTold)
  await reader.open('rooms/notice/pages/inbox/index')
  await reader.see(/你举报的帖子/)
})

/** A run of the timer that has no time left leaves the rest to the next. */
async function areTold(): Promise<boolean> {
  await world.cloud.timer('forum', 'tend')
  const told = await world.cloud.dump<{ title: string }>('notice_messages')
  return told.some(({ title }) => title.startsWith('你举报的帖子'))
}

async function stateOf(postId: string): Promise<string | undefined> {
  const posts = await world.cloud.dump<{ _id: string; state: string }>('forum_posts')
  return posts.find(({ _id }) => _id === postId)?.state
}
