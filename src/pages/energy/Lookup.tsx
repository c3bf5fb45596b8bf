import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'

/** The way into 知识库, where it looks like what one does there, and what most colleagues look up. */
export function Lookup({ sought }: Pick<Output<typeof api.growth.openEnergy>, 'sought'>) {
  return (
    <Card padding="compact">
      <View className="energy__lookup" {...tappable()} onClick={() => openPage('knowledge/library')}>
        <Icon name="search" size={20} />
        <View>搜一个词，或一份制度</View>
      </View>
      {sought.length > 0 ? (
        <View className="energy__sought">
          <View className="secondary">大家常查</View>
          {sought.map(({ termId, name }) => (
            <View
              key={termId}
              className="energy__word"
              {...tappable()}
              onClick={() => openPage('knowledge/term', { termId })}
            >
              {name}
            </View>
          ))}
        </View>
      ) : null}
    </Card>
  )
}
