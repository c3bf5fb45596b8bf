import { View } from '@tarojs/components'
import type { Face } from './facilityWords'
import './facility.scss'

/** What the four faces of a cell mean. */
export function Legend({ words }: { words: Record<Face, string> }) {
  const faces: readonly Face[] = ['mine', 'open', 'full', 'off']
  return (
    <View className="facility__legend">
      {faces.map(face => (
        <View key={face} className="facility__key">
          <View className={`facility__swatch facility__cell--${face}`} />
          {words[face]}
        </View>
      ))}
    </View>
  )
}
