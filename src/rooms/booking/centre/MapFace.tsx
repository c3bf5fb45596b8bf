import { Map as NativeMap, View } from '@tarojs/components'
import './mapFace.scss'
import type { MapFaceProps } from './navigate'

/** How close the map is: streets, as WeChat numbers it. */
const MAP_SCALE = 15
/** Wide enough to be seen among the streets, in m. */
const MARK_METRES = 45
const ACCENT = '#1c6bba'
/** The same at a fifth of its strength. */
const ACCENT_SOFT = '#1c6bba33'

/** Where it is, on WeChat's own map. It stays still under the thumb: a tap opens the large one. The browser draws a face: `MapFace.h5.tsx`. */
export function MapFace({ point, name, onTap }: MapFaceProps) {
  const { latitude, longitude } = point
  return (
    <View className="map-face">
      <NativeMap
        className="map-face__map"
        latitude={latitude}
        longitude={longitude}
        scale={MAP_SCALE}
        enableZoom={false}
        enableScroll={false}
        circles={[
          {
            latitude,
            longitude,
            radius: MARK_METRES,
            color: ACCENT,
            fillColor: ACCENT_SOFT,
            strokeWidth: 2,
          },
        ]}
        aria-label={`${name}在地图上的位置`}
        onTap={onTap}
        onError={() => undefined}
      />
    </View>
  )
}
