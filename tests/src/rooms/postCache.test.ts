import { QueryClient } from '@tanstack/react-query'
import type { Post } from '@/rooms/forum/post'
import { changePost } from '@/rooms/forum/postCache'

const post = (postId: string, likes: number) => ({ postId, likes }) as Post

function seeded() {
  const client = new QueryClient()
  const set = (key: readonly unknown[], data: unknown) => client.setQueryData(key, data, { updatedAt: 1_000 })
  set(['forum', 'openFeed', { pages: true }], {
    pages: [{ posts: [post('a', 1), post('b', 2)] }],
    pageParams: [],
  })
  set(['forum', 'openFeed', { sort: 'hot' }], { posts: [post('b', 2)] })
  set(['forum', 'openPost', { postId: 'b' }], { post: post('b', 2) })
  set(['forum', 'listMine', {}], { posts: [post('a', 1)] })
  return client
}
const everything = (client: QueryClient) => JSON.stringify(client.getQueriesData({ queryKey: ['forum'] }))
const like = (before: Post): Post => ({ ...before, likes: before.likes + 1 })

it('changes a post in the feed, in a short list and where it is open', () => {
  const client = seeded()
  changePost(client, 'b', like)
  expect(client.getQueryData(['forum', 'openFeed', { pages: true }])).toMatchObject({
    pages: [{ posts: [{ likes: 1 }, { likes: 3 }] }],
  })
  expect(client.getQueryData(['forum', 'openFeed', { sort: 'hot' }])).toMatchObject({ posts: [{ likes: 3 }] })
  expect(client.getQueryData(['forum', 'openPost', { postId: 'b' }])).toMatchObject({ post: { likes: 3 } })
})

it('keeps the time of the answer, by which the clock of the server is known', () => {
  const client = seeded()
  changePost(client, 'b', like)
  expect(client.getQueryState(['forum', 'openPost', { postId: 'b' }])?.dataUpdatedAt).toBe(1_000)
})

it('takes a post out of the lists and puts everything back as it was', () => {
  const client = seeded()
  const before = everything(client)
  const putBack = changePost(client, 'a', () => null)
  expect(client.getQueryData(['forum', 'listMine', {}])).toEqual({ posts: [] })
  putBack()
  expect(everything(client)).toBe(before)
})

it('leaves it known that the answer could not be renewed', async () => {
  const client = seeded()
  const queryKey = ['forum', 'openPost', { postId: 'b' }]
  const unreachable = () => Promise.reject(new Error('no network'))
  await expect(client.fetchQuery({ queryKey, queryFn: unreachable, retry: false })).rejects.toThrow()
  changePost(client, 'b', like)()
  expect(client.getQueryState(queryKey)).toMatchObject({ status: 'error', data: { post: { likes: 2 } } })
})
