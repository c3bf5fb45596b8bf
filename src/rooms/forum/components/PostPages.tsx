import { View } from '@tarojs/components'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import type { Post } from '../post'
import { PostCard } from './PostCard'

interface PostPagesProps {
  pages: readonly { posts: readonly Post[] }[]
  now: number
  /** Sorted by heat: each post says where it stands. */
  ranked?: boolean
  query: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    isFetchNextPageError: boolean
    fetchNextPage: () => Promise<unknown>
  }
}

/** Posts one under the other, and what comes after the last. A post that moved between pages is shown once. */
export function PostPages({ pages, now, ranked = false, query }: PostPagesProps) {
  const posts = new Map(pages.flatMap(page => page.posts.map(post => [post.postId, post] as const)))
  return (
    <View className="column gap-8 pad">
      {[...posts.values()].map((post, index) => (
        <PostCard key={post.postId} post={post} now={now} rank={ranked ? index + 1 : undefined} />
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
