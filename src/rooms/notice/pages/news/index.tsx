import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { Explained } from '@/ui/explained/Explained'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { useMarkRead } from '../../useMarkRead'
import './news.scss'

type Opened = Output<typeof api.notice.openNews>

function Paper({ news, now }: Opened) {
  return (
    <View className="pad">
      <View className="t20 bold" {...spokenAs('heading', 2)}>
        {news.title}
      </View>
      <View className="row gap-8 mt-8">
        <Badge tone="accent" icon="verified">
          {news.from}
        </Badge>
        <View className="t12 secondary">{sayWhen(news.at, now)}</View>
      </View>
      <View className="news__body">
        <Explained text={news.body} />
      </View>
    </View>
  )
}

/** One piece of news from the company, the union or an association. */
export default function NewsPage() {
  const { newsId = '' } = usePageParams()
  const query = useQueryOf(api.notice.openNews, { newsId })
  const markRead = useMarkRead()
  const isUnread = query.data?.read === false
  useEffect(() => {
    // Whoever came by a link has read it as well as whoever came from the inbox.
    if (isUnread) void markRead({ newsId })
  }, [isUnread, markRead, newsId])
  return (
    <Screen
      paper
      nav={<Nav title="官方消息" />}
      query={query}
      skeleton={
        <View className="pad">
          <SkeletonBlock width="64%" height={24} />
          <View className="mt-16">
            <SkeletonBlock height={160} />
          </View>
        </View>
      }
      elsewhere={{ label: '看全部通知', onTap: () => openPage('notice/inbox') }}
    >
      {opened => <Paper {...opened} />}
    </Screen>
  )
}
