import { View } from '@tarojs/components'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { sayClock } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './topics.scss'

type Topic = Output<typeof api.forum.listTopics>['topics'][number]

/** How a topic has moved since the ranking before. */
function moveOf({ rankBefore }: Topic, rank: number): string {
  if (rankBefore === null) return '新上'
  if (rankBefore === rank) return '持平'
  return rankBefore > rank ? `升 ${rankBefore - rank}` : `降 ${rank - rankBefore}`
}

/** 热榜: the topics that are talked about, as the timer last ranked them. */
export default function HotTopicsPage() {
  const query = useQueryOf(api.forum.listTopics, {})
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="热榜" />}
      query={query}
      skeleton={<SkeletonRows count={8} leadPx={24} />}
      isEmpty={({ topics }) => topics.length === 0}
      empty={{
        title: '还没有话题上榜',
        sentence: '发帖时写 #话题#，大家聊起来就会到这里。',
        action: { label: '发一帖', onTap: () => openPage('forum/compose') },
      }}
    >
      {({ topics, rankedAt }) => (
        <View className="pad">
          <View className="t12 secondary topics__note">
            按大家的赞、评论和收藏，下班时间不变凉 · {sayClock(rankedAt)} 更新
          </View>
          <Card padding="none">
            {topics.map((topic, index) => (
              <ListRow
                key={topic.topicId}
                lead={
                  <View className={`topics__rank${index < 3 ? ' topics__rank--top' : ''}`}>{index + 1}</View>
                }
                title={topic.name}
                meta={`${topic.posts} 条讨论`}
                end={
                  <View className="topics__heat">
                    <View className="t16">{Math.round(topic.heat)}</View>
                    <View className="t12 secondary">{moveOf(topic, index + 1)}</View>
                  </View>
                }
                chevron={false}
                onTap={() => openPage('forum/topic', { topicId: topic.topicId })}
              />
            ))}
          </Card>
        </View>
      )}
    </Screen>
  )
}
