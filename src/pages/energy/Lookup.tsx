import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'

/** The way into 知识库, where it looks like what one does there. */
export function Lookup() {
  return (
    <Card padding="compact">
      <View className="energy__lookup" {...tappable()} onClick={() => openPage('knowledge/library')}>
        <Icon name="search" size={20} />
        <View>搜一个词，或一份制度</View>
      </View>
    </Card>
  )
}
