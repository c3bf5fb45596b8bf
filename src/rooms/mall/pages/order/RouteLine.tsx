import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { type Order, routeOf } from '../../orderWords'
import './order.scss'

/** How far the parcel has come, from the keeper's hands to mine. */
export function RouteLine({ order }: { order: Order }) {
  const stops = routeOf(order)
  return (
    <View className="order__route" {...spokenAs('list')} aria-label="包裹的路">
      {stops.map(({ key, name, state }) => (
        <View key={key} className={`order__stop order__stop--${state}`} {...spokenAs('listitem')}>
          <View className="order__stop-dot" />
          <View className={state === 'now' ? 't12 medium' : 't12 secondary'}>{name}</View>
        </View>
      ))}
    </View>
  )
}
