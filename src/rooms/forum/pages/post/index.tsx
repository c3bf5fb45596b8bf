import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import {
  api,
  clockOffsetMs,
  type Output,
  useEndlessPages,
  usePagesOf,
  usePullToRefresh,
  useQueryOf,
  useServerNow,
} from '@/api'
import { isRunning } from '@/rooms/coin/public'
import { addressOf } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import type { Comment } from '../../post'
import { Comments } from './Comments'
import { OnePostSkeleton } from './OnePostSkeleton'
import { PostActions } from './PostActions'
import { PostBar } from './PostBar'
import { PostBody } from './PostBody'

type Opened = Output<typeof api.forum.openPost>

/** The comments after the first page, asked for when the reader gets there. */
function useLaterComments(postId: string, opened: Opened | undefined) {
  const from = opened?.next ?? undefined
  const [wanted, setWanted] = useState(false)
  const later = usePagesOf(
    api.forum.listComments,
    { postId },
    { from, enabled: wanted && from !== undefined },
  )
  const hasNextPage = wanted ? later.hasNextPage || later.isPending : true
  useEndlessPages({
    ...later,
    hasNextPage: from !== undefined && hasNextPage,
    fetchNextPage: async () => (wanted ? later.fetchNextPage() : setWanted(true)),
  })
  return {
    comments: later.data?.pages.flatMap(page => page.comments) ?? [],
    more: from !== undefined && (!wanted || later.hasNextPage),
    loading: later.isFetching,
    failed: later.isError,
    retry: () => (later.data ? later.fetchNextPage() : later.refetch()),
  }
}

export default function PostPage() {
  const postId = useRouter().params.postId ?? ''
  const query = useQueryOf(api.forum.openPost, { postId })
  const later = useLaterComments(postId, query.data)
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS)
  const [written, setWritten] = useState<Comment[]>([])
  const [acting, setActing] = useState(false)
  usePullToRefresh(query.refetch)
  useShareAppMessage(() => ({
    title: query.data?.post.title ?? '沃谈会',
    path: addressOf('forum/post', { postId }),
  }))
  const data = query.data
  const more = data ? (
    <View className="post__more" {...tappable('更多操作')} onClick={() => setActing(true)}>
      <Icon name="more" />
    </View>
  ) : null
  return (
    <Screen
      paper
      nav={<Nav title="帖子" end={more} />}
      query={query}
      skeleton={<OnePostSkeleton />}
      elsewhere={{ label: '去沃谈会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }}
      bar={
        data ? (
          <PostBar
            post={data.post}
            multiplier={data.happyHour && isRunning(data.happyHour, now) ? data.happyHour.multiplier : 1}
            onWritten={comment => setWritten(earlier => [...earlier, comment])}
          />
        ) : null
      }
    >
      {opened => (
        <>
          <PostBody post={opened.post} now={now} />
          <Comments
            post={opened.post}
            canModerate={opened.canModerate}
            written={written}
            comments={[...opened.comments, ...later.comments]}
            later={later}
            now={now}
          />
          <PostActions
            post={opened.post}
            canModerate={opened.canModerate}
            open={acting}
            onClose={() => setActing(false)}
          />
        </>
      )}
    </Screen>
  )
}
