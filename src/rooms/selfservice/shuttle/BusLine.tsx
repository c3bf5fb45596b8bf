import type { Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { Icon } from '@/ui/icon/Icon'
import { busPlace, percentOf, type Way } from './alongWay'
import './busLine.scss'

/** With more of them on a side, rings would touch at a width of 320: only the ends and my own stop are drawn. */
const RINGS_MAX = 5

function markOf(place: number, { own }: Way, bus: number | null): string {
  if (place === own) return ' bus-line__stop--own'
  return bus !== null && place <= bus ? ' bus-line__stop--passed' : ''
}

/** The way of one bus: its stops, mine among them, and where the bus is by the timetable. */
export function BusLine({ way, now }: { way: Way; now: Instant }) {
  const { stops, own } = way
  const last = stops.length - 1
  const bus = busPlace(way, now)
  const isCrowded = Math.max(own, last - own) > RINGS_MAX
  return (
    <View className="mt-12">
      <View className="bus-line" {...unspoken}>
        {bus === null ? null : (
          <View className="bus-line__done" style={{ width: `${percentOf(bus, way)}%` }} />
        )}
        {stops.map((_stop, place) =>
          isCrowded && place !== 0 && place !== own && place !== last ? null : (
            <View
              // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
              key={place}
              className={`bus-line__stop${markOf(place, way, bus)}`}
              style={{ left: `${percentOf(place, way)}%` }}
            />
          ),
        )}
        {bus === null ? null : (
          <View className="bus-line__bus" style={{ left: `${percentOf(bus, way)}%` }}>
            <Icon name="bus" size={16} />
          </View>
        )}
      </View>
      <View className="bus-line__names t12 secondary mt-8">
        <View className={own === 0 ? 'bus-line__own' : ''}>{stops[0]?.name}</View>
        <View className="bus-line__own">{own === 0 ? '' : stops[own]?.name}</View>
        <View className="bus-line__end">{stops[last]?.name}</View>
      </View>
    </View>
  )
}
