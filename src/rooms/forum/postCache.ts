import type { QueryClient } from '@tanstack/react-query'
import type { Post } from './post'

/** The post after a change; null takes it out of every list. */
type Change = (post: Post) => Post | null

interface Listed {
  posts: Post[]
}
interface Opened {
  post: Post
}
interface Paged {
  pages: unknown[]
}

const has = <K extends string>(data: unknown, key: K): data is Record<K, unknown> =>
  typeof data === 'object' && data !== null && key in data

const isPaged = (data: unknown): data is Paged => has(data, 'pages') && Array.isArray(data.pages)
const isListed = (data: unknown): data is Listed => has(data, 'posts') && Array.isArray(data.posts)
const isOpened = (data: unknown): data is Opened => has(data, 'post')

/** The same answer object when the post is not in it, so that nothing is drawn again for nothing. */
function changed(data: unknown, postId: string, change: Change): unknown {
  if (isPaged(data)) {
    const pages = data.pages.map(page => changed(page, postId, change))
    return pages.some((page, index) => page !== data.pages[index]) ? { ...data, pages } : data
  }
  if (isListed(data)) {
    if (!data.posts.some(post => post.postId === postId)) return data
    const posts = data.posts.flatMap(post => (post.postId === postId ? (change(post) ?? []) : post))
    return { ...data, posts }
  }
  if (isOpened(data) && data.post.postId === postId) {
    const post = change(data.post)
    return post ? { ...data, post } : data
  }
  return data
}

/**
 * Changes a post wherever an answer on the phone shows it: feed, own posts, the opened post. It is a guess about the
 * same answer: its time stays, and so does what is known of a later question that failed.
 * @returns what puts the answers back as they were
 */
export function changePost(client: QueryClient, postId: string, change: Change): () => void {
  const before = client
    .getQueryCache()
    .findAll({ queryKey: ['forum'] })
    .map(query => ({ query, data: query.state.data }))
    .filter(({ data }) => changed(data, postId, change) !== data)
  for (const { query, data } of before) query.setState({ data: changed(data, postId, change) })
  return () => {
    for (const { query, data } of before) query.setState({ data })
  }
}
