import { View } from '@tarojs/components'
import { openPage, type RoomPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon, type IconName } from '@/ui/icon/Icon'

interface Tool {
  icon: IconName
  name: string
  page: RoomPage
}

const tools: readonly Tool[] = [
  { icon: 'bus', name: '班车', page: 'selfservice/shuttle' },
  { icon: 'bill', name: '发票', page: 'selfservice/invoices' },
  { icon: 'fix', name: '行政支持', page: 'selfservice/tickets' },
  { icon: 'gym', name: '健身课', page: 'booking/courses' },
  { icon: 'court', name: '场馆', page: 'booking/venues' },
  { icon: 'book', name: '知识库', page: 'knowledge/library' },
  { icon: 'bag', name: '沃币商城', page: 'mall/shop' },
  { icon: 'medal', name: '等级徽章', page: 'growth/level' },
]

/** The tools for everyday errands, each a tap away. */
export function ToolGrid() {
  return (
    <Card padding="none">
      <View className="energy__grid">
        {tools.map(({ icon, name, page }) => (
          <View key={name} className="energy__tool" {...tappable(name)} onClick={() => openPage(page)}>
            <Icon name={icon} size={28} />
            <View className="t12">{name}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
