import { limits } from '@domain/kernel/limits'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const [ann, bo, cai] = [colleague(1), colleague(2), colleague(3)]

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await talkWorld(cloud.engine, 3)
})
afterAll(() => cloud.close())

const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * 60_000).toISOString())

test('lists own comments with their post, page by page, and nobody else’s', async () => {
  const { postId } = await succeed(cloud, bo, 'forum.createPost', {
    boardId: BOARD,
    title: '空气悬架，三件事',
    body: '说说看',
  })
  const said: string[] = []
  for (let number = 0; number <= limits.pageSize; number += 1) {
    await at(number)
    const { comment } = await succeed(cloud, ann, 'forum.addComment', { postId, body: `第 ${number} 句` })
    said.unshift(comment.commentId)
  }
  await succeed(cloud, cai, 'forum.addComment', { postId, body: '别人的' })
  await succeed(cloud, ann, 'forum.deleteComment', { commentId: said[1] ?? '' })
  const first = await succeed(cloud, ann, 'forum.listMyComments', {})
  expect(first.comments[0]).toMatchObject({
    body: `第 ${limits.pageSize} 句`,
    post: { postId, title: '空气悬架，三件事' },
  })
  const standing = said.filter((_id, place) => place !== 1)
  expect(first.comments.map(({ commentId }) => commentId)).toEqual(standing.slice(0, limits.pageSize))
  expect(first.next).toBeNull()
  await succeed(cloud, bo, 'forum.deletePost', { postId })
  const { comments } = await succeed(cloud, ann, 'forum.listMyComments', {})
  expect(comments[0]?.post).toBeNull()
})

test('gathers the likes of posts and comments, the last liked first, and drops what nobody likes any more', async () => {
  await at(60)
  const write = (title: string) =>
    succeed(cloud, ann, 'forum.createPost', { boardId: BOARD, title, body: `${title}的正文` })
  const [older, newer] = [await write('先写的'), await write('后写的')]
  const { comment } = await succeed(cloud, ann, 'forum.addComment', { postId: newer.postId, body: '补一句' })
  await at(61)
  await succeed(cloud, bo, 'forum.likePost', { postId: newer.postId, liked: true })
  await at(62)
  await succeed(cloud, bo, 'forum.likeComment', { commentId: comment.commentId, liked: true })
  await at(63)
  await succeed(cloud, bo, 'forum.likePost', { postId: older.postId, liked: true })
  await succeed(cloud, cai, 'forum.likePost', { postId: older.postId, liked: true })
  const { liked } = await succeed(cloud, ann, 'forum.listLiked', {})
  expect(liked).toMatchObject([
    { kind: 'post', id: older.postId, text: '先写的', likes: 2, names: [cai.name, bo.name] },
    { kind: 'comment', id: comment.commentId, postId: newer.postId, text: '补一句', likes: 1 },
    { kind: 'post', id: newer.postId, likes: 1, names: [bo.name] },
  ])
  await at(64)
  await succeed(cloud, bo, 'forum.likePost', { postId: newer.postId, liked: false })
  const after = await succeed(cloud, ann, 'forum.listLiked', {})
  expect(after.liked.map(({ id }) => id)).toEqual([older.postId, comment.commentId])
  expect((await succeed(cloud, bo, 'forum.listLiked', {})).liked).toEqual([])
})
