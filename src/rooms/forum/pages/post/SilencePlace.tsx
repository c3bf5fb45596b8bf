import { View } from '@tarojs/components'
import './post.scss'

/** Under the last comment: the bar of whoever is muted is higher than the place that a page keeps for it. */
export function SilencePlace() {
  return <View className="post__place" />
}
