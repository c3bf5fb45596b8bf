import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { sayMoment } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { HeatRulesSheet } from '../../components/HeatSheet'
import './topics.scss'

type Topic = Output<typeof api.forum.listTopics>['topics'][number]

/** How a topic has moved since the ranking before. */
function moveOf({ rankBefore }: Topic, rank: number): string {
  if (rankBefore === null) return '新上'
  if (rankBefore === rank) return '持平'
  return rankBefore > rank ? `升 ${rankBefore - rank}` : `降 ${rank - rankBefore}`
}

/** When it was ranked, and how. */
function RankedBy({ at, now }: { at: number; now: number }) {
  const [asked, setAsked] = useState(false)
  return (
    <View className="topics__note">
      <View className="t12 secondary grow">{sayMoment(at, now).replace('今天 ', '')} 更新</View>
      <View className="topics__how" {...tappable()} onClick={() => setAsked(true)}>
        怎么算的
      </View>
      <HeatRulesSheet open={asked} onClose={() => setAsked(false)} />
    </View>
  )
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
      {({ topics, rankedAt, now }) => (
        <View className="pad">
          <RankedBy at={rankedAt} now={now} />
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
