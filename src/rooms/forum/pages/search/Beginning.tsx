import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { dropSearched, readSearched } from './recent'

const HOT_MAX = 5

/** Before anything is typed: what was searched for before, and what is talked about. */
export function Beginning({ onChoose }: { onChoose: (text: string) => void }) {
  const [searched, setSearched] = useState(readSearched)
  const { data } = useQueryOf(api.forum.listTopics, {})
  const hot = data?.topics.slice(0, HOT_MAX) ?? []
  const forget = () => {
    dropSearched()
    setSearched([])
  }
  return (
    <View className="pad">
      <View className="search__hint">写两个字，或者拼音：xuanjia 也能找到「悬架」</View>
      {searched.length > 0 ? (
        <View className="mt-12">
          <SectionHeader title="最近搜过" over more="清空" onMore={forget} />
          <View className="search__recent">
            {searched.map(text => (
              <Chip key={text} onTap={() => onChoose(text)}>
                {text}
              </Chip>
            ))}
          </View>
        </View>
      ) : null}
      {hot.length > 0 ? (
        <View className="mt-12">
          <SectionHeader title="热榜" over more="全部" onMore={() => openPage('forum/topics')} />
          <Card padding="none">
            {hot.map(({ topicId, name, posts }, index) => (
              <ListRow
                key={topicId}
                lead={<View className="search__rank">{index + 1}</View>}
                title={name}
                meta={`${posts} 条讨论`}
                onTap={() => openPage('forum/topic', { topicId })}
              />
            ))}
          </Card>
        </View>
      ) : null}
    </View>
  )
}
