import { ScrollView, View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import './hotTopics.scss'

type Topic = Output<typeof api.forum.openFeed>['topics'][number]

/** What is talked about, side by side above the feed; the last leads to the whole list. */
export function HotTopics({ topics }: { topics: readonly Topic[] }) {
  if (topics.length === 0) return null
  return (
    <ScrollView className="hot-topics" scrollX enhanced showScrollbar={false}>
      <View className="hot-topics__line">
        {topics.map(({ topicId, name, posts }, index) => (
          <View key={topicId} className="hot-topics__one">
            <Card padding="compact" onTap={() => openPage('forum/topic', { topicId })}>
              <View className="row gap-8">
                <View className={`hot-topics__rank${index === 0 ? ' hot-topics__rank--first' : ''}`}>
                  {index + 1}
                </View>
                <View className="grow">
                  <View className="hot-topics__name">{name}</View>
                  <View className="t12 secondary">{posts} 条讨论</View>
                </View>
              </View>
            </Card>
          </View>
        ))}
        <View className="hot-topics__all" {...tappable('热榜')} onClick={() => openPage('forum/topics')}>
          热榜
        </View>
      </View>
    </ScrollView>
  )
}
