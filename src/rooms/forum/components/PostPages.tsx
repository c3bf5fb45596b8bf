import { View } from '@tarojs/components'
import { useHeldIds } from '@/api'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import type { Post } from '../post'
import { PostCard } from './PostCard'

interface PostPagesProps {
  pages: readonly { posts: readonly Post[] }[]
  now: number
  query: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    isFetchNextPageError: boolean
    fetchNextPage: () => Promise<unknown>
  }
}

/** Posts one under the other, and what comes after the last. A post that moved between pages is shown once. */
export function PostPages({ pages, now, query }: PostPagesProps) {
  const posts = new Map(pages.flatMap(page => page.posts.map(post => [post.postId, post] as const)))
  const held = useHeldIds()
  const shown = [...posts.values()].filter(({ postId }) => !held.has(postId))
  return (
    <View className="column gap-8 pad">
      {shown.map(post => (
        <PostCard key={post.postId} post={post} now={now} />
      ))}
      <ListEnd
        more={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onRetry={() => void query.fetchNextPage()}
      />
    </View>
  )
}
