import { Map as NativeMap, View } from '@tarojs/components'
import './lineMap.scss'
import type { LineMapProps } from './mapProps'

const ACCENT = '#1c6bba'
const ACCENT_SOFT = '#1c6bba33'
const INK = '#141414'
/** In m: wide enough to be seen among the streets of a whole line. */
const STOP_METRES = 90
const MINE_METRES = 150

/**
 * A line on WeChat's own map: its stops, joined in their order. The map knows streets; the line drawn on it does not
 * follow them. The browser draws a scheme: `LineMap.h5.tsx`.
 */
export function LineMap({ stops, mine }: LineMapProps) {
  const [first] = stops
  if (!first) return null
  const points = stops.map(({ latitude, longitude }) => ({ latitude, longitude }))
  return (
    <View className="line-map">
      <NativeMap
        className="line-map__map"
        latitude={first.latitude}
        longitude={first.longitude}
        includePoints={points}
        polyline={[{ points, color: ACCENT, width: 4 }]}
        circles={stops.map(({ stopId, latitude, longitude }) => ({
          ...{ latitude, longitude },
          radius: stopId === mine ? MINE_METRES : STOP_METRES,
          color: stopId === mine ? INK : ACCENT,
          fillColor: ACCENT_SOFT,
          strokeWidth: 2,
        }))}
        aria-label={`${stops.length} 站在地图上的位置`}
        onError={() => undefined}
      />
      <View className="line-map__note t12 secondary">站与站之间用直线相连，不是实际走的路。</View>
    </View>
  )
}
