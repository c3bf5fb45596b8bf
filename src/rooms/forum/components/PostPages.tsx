import { View } from '@tarojs/components'
import { useHeldIds } from '@/api'
import { type EndlessList, ListEnd } from '@/ui/listEnd/ListEnd'
import type { Post } from '../post'
import { PostCard } from './PostCard'

export interface PostPage {
  posts: readonly Post[]
  pinned?: readonly Post[]
}

interface PostPagesProps {
  pages: readonly PostPage[]
  now: number
  /** Sorted by heat: each post says where it stands. */
  ranked?: boolean
  /** Posts after this moment carry a mark; absent: none does. */
  seenUntil?: number
  query: EndlessList
}

/** Posts one under the other, those on top of their board first, and what comes after the last. A post that moved between pages is shown once. */
export function PostPages({
  pages,
  now,
  ranked = false,
  seenUntil = Number.MAX_SAFE_INTEGER,
  query,
}: PostPagesProps) {
  const onTop = new Set(pages.flatMap(page => (page.pinned ?? []).map(({ postId }) => postId)))
  const listed = pages.flatMap(page => [...(page.pinned ?? []), ...page.posts])
  const posts = new Map(listed.map(post => [post.postId, post] as const))
  const held = useHeldIds()
  const shown = [...posts.values()].filter(({ postId }) => !held.has(postId))
  return (
    <View className="column gap-8 pad">
      {shown.map((post, index) => (
        <PostCard
          key={post.postId}
          post={post}
          now={now}
          rank={ranked ? index + 1 : undefined}
          onTop={onTop.has(post.postId)}
          isNew={!post.mine && post.postedAt > seenUntil}
        />
      ))}
      <ListEnd of={query} />
    </View>
  )
}
