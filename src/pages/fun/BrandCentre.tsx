import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import type { IconName } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Screen } from '@/ui/screen/Screen'

const plans: readonly { icon: IconName; title: string; meta: string }[] = [
  { icon: 'people', title: '跟着讲解走一圈', meta: '选一个时段，带上家人' },
  { icon: 'car', title: '试驾', meta: '约一台车、一个小时' },
  { icon: 'cal', title: '中心活动', meta: '看得到日程，约得到位子' },
]

/** 品牌体验中心 before it can be booked: what is coming, and no promise of a day. */
export function BrandCentre({ nav }: { nav: ReactNode }) {
  return (
    <Screen tab nav={nav}>
      <View className="column gap-12 pad">
        <Card>
          <View className="row row--between gap-8">
            <View className="t20 bold">品牌体验中心</View>
            <Badge>筹备中</Badge>
          </View>
          <View className="t14 secondary mt-8">
            预约正在搭建，日子还没有定。准备好之前，请直接联系体验中心前台。
          </View>
        </Card>
        <Card padding="none">
          {plans.map(({ icon, title, meta }) => (
            <ListRow key={title} lead={icon} title={title} meta={meta} />
          ))}
        </Card>
      </View>
    </Screen>
  )
}
