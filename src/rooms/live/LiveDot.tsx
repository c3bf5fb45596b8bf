import { View } from '@tarojs/components'
import './liveDot.scss'

/** What is on the air has it; the words beside it say so too. */
export function LiveDot() {
  return <View className="live-dot" />
}
