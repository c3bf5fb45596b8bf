import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { clockOffsetMs, recordRead, usePullToRefresh, useServerNow } from '@/api'
import { replacePage } from '@/rooms/open'
import { useShareCard } from '@/rooms/useShareCard'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Talk } from '../../Talk'
import { TalkBar } from '../../TalkBar'
import { useTalk } from '../../useTalk'
import { OnePostSkeleton } from './OnePostSkeleton'
import { PostActions } from './PostActions'
import { PostBody } from './PostBody'

/** What stands beside an article is read there. */
const ARTICLE = /^article\./

export default function PostPage() {
  const { postId = '', commentId } = useRouter().params
  const isArticle = ARTICLE.test(postId)
  useEffect(() => {
    if (!isArticle) return
    const articleId = postId.replace(ARTICLE, '')
    replacePage('content/article', commentId ? { articleId, commentId } : { articleId })
  }, [isArticle, postId, commentId])
  return isArticle ? null : <Post postId={postId} commentId={commentId} />
}

function Post({ postId, commentId }: { postId: string; commentId: string | undefined }) {
  const talk = useTalk(postId, { aimedId: commentId })
  const { query, refresh } = talk
  usePullToRefresh(refresh)
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS)
  const [acting, setActing] = useState(false)
  const data = query.data
  const isOthers = data?.post.mine === false
  useEffect(() => {
    if (isOthers) recordRead(postId)
  }, [isOthers, postId])
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
  return (
    <Screen
      paper
      nav={<Nav title="帖子" end={more} />}
      query={query}
      skeleton={<OnePostSkeleton />}
      elsewhere={{ label: '去沃谈会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }}
      bar={data ? <TalkBar talk={talk} opened={data} now={now} /> : null}
    >
      {opened => (
        <>
          <PostBody post={opened.post} readers={opened.readers} now={now} />
          <Talk talk={talk} opened={opened} now={now} />
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
