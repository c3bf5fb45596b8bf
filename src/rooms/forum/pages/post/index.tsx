import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { api, clockOffsetMs, usePullToRefresh, useQueryOf, useServerNow } from '@/api'
import { isRunning } from '@/rooms/coin/public'
import { useShareCard } from '@/rooms/useShareCard'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import type { Comment } from '../../post'
import { Comments } from './Comments'
import { NewsPill } from './NewsPill'
import { OnePostSkeleton } from './OnePostSkeleton'
import { PostActions } from './PostActions'
import { PostBar } from './PostBar'
import { PostBody } from './PostBody'
import { useConversation } from './useConversation'
import { useNews } from './useNews'
import { useReading } from './useReading'
import { useThreads } from './useThreads'

/** The post with its conversation, which goes on by itself while it is looked at. */
function useTalk(postId: string) {
  const query = useQueryOf(api.forum.openPost, { postId })
  const listed = useThreads(postId, query.data)
  const openedAt = query.data?.now
  const conversation = useConversation(postId, openedAt ?? 0, listed.threads)
  const reading = useReading()
  const refresh = async () => {
    await Promise.all([query.refetch(), listed.refresh()])
  }
  useNews({
    postId,
    openedAt,
    onNews: async news => conversation.hear(news, await reading.isAway()),
    onStale: () => void refresh(),
  })
  usePullToRefresh(refresh)
  const showHeld = () => {
    conversation.release()
    void reading.toComments()
  }
  return { query, listed, conversation, showHeld }
}

export default function PostPage() {
  const postId = useRouter().params.postId ?? ''
  const { query, listed, conversation, showHeld } = useTalk(postId)
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS)
  const [answering, setAnswering] = useState<Comment>()
  const [acting, setActing] = useState(false)
  const data = query.data
  useShareCard({
    page: 'forum/post',
    params: { postId },
    title: data?.post.title ?? '沃谈会',
    fileId: data?.post.images.find(({ state }) => state === 'passed')?.fileId,
  })
  const more = data ? (
    <View className="post__more" {...tappable('更多操作')} onClick={() => setActing(true)}>
      <Icon name="more" />
    </View>
  ) : null
  const bar = data ? (
    <>
      <NewsPill count={conversation.heldCount} onTap={showHeld} />
      <PostBar
        post={data.post}
        voices={data.voices}
        multiplier={data.happyHour && isRunning(data.happyHour, now) ? data.happyHour.multiplier : 1}
        answering={answering}
        onAnswerEnd={() => setAnswering(undefined)}
        onWritten={conversation.add}
      />
    </>
  ) : null
  return (
    <Screen
      paper
      nav={<Nav title="帖子" end={more} />}
      query={query}
      skeleton={<OnePostSkeleton />}
      elsewhere={{ label: '去沃谈会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }}
      bar={bar}
    >
      {opened => (
        <>
          <PostBody post={opened.post} now={now} />
          <Comments
            post={opened.post}
            canModerate={opened.canModerate}
            conversation={conversation}
            listed={listed}
            onAnswer={setAnswering}
            now={now}
          />
          <PostActions
            post={opened.post}
            canModerate={opened.canModerate}
            canFeature={opened.canFeature}
            now={now}
            open={acting}
            onClose={() => setActing(false)}
          />
        </>
      )}
    </Screen>
  )
}
