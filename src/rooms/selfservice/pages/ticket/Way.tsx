import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import './way.scss'
import type { Station } from './way'

/** How far it has come, from left to right; what was said and done in between stands in the conversation. */
export function Way({ stations }: { stations: readonly Station[] }) {
  return (
    <View className="way" {...spokenAs('list')} aria-label="进度">
      {stations.map(({ title, when, state }) => (
        <View key={title} className={`way__station way__station--${state}`} {...spokenAs('listitem')}>
          <View className="way__dot" />
          <View className="way__title">{title}</View>
          <View className="way__when">{when}</View>
        </View>
      ))}
    </View>
  )
}
