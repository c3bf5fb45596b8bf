import { View } from '@tarojs/components'
import streets from '@/assets/covers/streets.svg'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import './mapFace.scss'
import type { MapFaceProps } from './navigate'

/** A browser has no map of WeChat's: drawn streets stand for it, and a tap opens a map's own page. */
export function MapFace({ name, onTap }: MapFaceProps) {
  return (
    <View className="map-face" {...tappable(`在地图上看${name}`)} onClick={onTap}>
      <View className="map-face__streets" style={{ backgroundImage: `url("${streets}")` }} />
      <View className="map-face__pin">
        <Icon name="pin" size={20} />
      </View>
    </View>
  )
}
