import { View } from '@tarojs/components'
import './lineMap.scss'
import type { LineMapProps } from './mapProps'
import { type SchemePoint, schemeOf } from './scheme'

const WIDTH = 320
const HEIGHT = 160
const INSET = 32
/** From a stop to its name, in the drawing's measure. */
const NAME_ABOVE = 12
const NAME_BELOW = 20

const drawn = ({ x, y }: SchemePoint) => ({
  x: INSET + x * (WIDTH - 2 * INSET),
  y: INSET + y * (HEIGHT - 2 * INSET),
})

/** A browser has no map of WeChat's: the stops are drawn where they are to one another, and it says so. */
export function LineMap({ stops, mine }: LineMapProps) {
  const points = schemeOf(stops, (WIDTH - 2 * INSET) / (HEIGHT - 2 * INSET)).map(point => ({
    ...drawn(point),
    stopId: point.stopId,
  }))
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  return (
    <View className="line-map">
      <svg
        className="line-map__scheme"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${stops.length} 站的相对位置`}
      >
        <polyline className="line-map__way" points={path} />
        {points.map(({ x, y, stopId }, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
            key={index}
            className={`line-map__stop${stopId === mine ? ' line-map__stop--mine' : ''}`}
            cx={x}
            cy={y}
            r={stopId === mine ? 7 : 5}
          />
        ))}
        {points
          .filter(({ stopId }, index) => stopId === mine || index === 0 || index === points.length - 1)
          .map(({ x, y, stopId }) => (
            <text
              key={stopId}
              className="line-map__name"
              x={x}
              y={y < HEIGHT / 2 ? y - NAME_ABOVE : y + NAME_BELOW}
              textAnchor={x < WIDTH / 3 ? 'start' : x > (WIDTH * 2) / 3 ? 'end' : 'middle'}
            >
              {stops.find(stop => stop.stopId === stopId)?.name}
            </text>
          ))}
      </svg>
      <View className="line-map__note t12 secondary">
        示意图：上北下南，站点按实际位置，连线不是实际走的路。
      </View>
    </View>
  )
}
