import { View } from '@tarojs/components'
import { openPage, type RoomPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { SectionHeader } from '@/ui/section/SectionHeader'

interface Place {
  icon: IconName
  name: string
  sentence: string
  page?: RoomPage
}

const places: readonly Place[] = [
  { icon: 'news', name: '刷新闻', sentence: '公司和工厂的新鲜事' },
  { icon: 'job', name: '汇人才', sentence: '内部职位，推荐身边的人' },
  { icon: 'film', name: '走进沃尔沃', sentence: '影片、历程、安全、可持续', page: 'brand/brand' },
  { icon: 'matrix', name: '官方微信矩阵', sentence: '一处找到所有官方账号', page: 'brand/matrix' },
]

/** What this tab leads to. What is not there yet can't be tapped. */
export function Places() {
  return (
    <View>
      <View className="places__head">
        <SectionHeader title="更多" />
      </View>
      <View className="places">
        {places.map(({ icon, name, sentence, page }) => (
          <Card key={name} padding="compact" {...(page ? { onTap: () => openPage(page) } : {})}>
            <View className="row row--between">
              <Icon name={icon} className="places__icon" />
              {page ? null : <Badge>筹备中</Badge>}
            </View>
            <View className="t14 medium mt-8">{name}</View>
            <View className="t12 secondary">{sentence}</View>
          </Card>
        ))}
      </View>
    </View>
  )
}
