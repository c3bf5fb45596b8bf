import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import './changeCard.scss'

export interface ChangeCardProps {
  title: string
  words: string
  onTap?: () => void
}

/** What becomes of a line, with a way to the times. */
export function ChangeCard({ title, words, onTap }: ChangeCardProps) {
  const control = onTap ? { onTap, label: `${title}，${words}，看时刻表` } : {}
  return (
    <Card {...control}>
      <View className="row gap-12">
        <View className="change-card__lead">
          <Icon name="info" />
        </View>
        <View className="grow">
          <View className="t14 medium">{title}</View>
          <View className="t12 secondary">{words}</View>
        </View>
        {onTap ? <Icon name="next" size={16} /> : null}
      </View>
    </Card>
  )
}
