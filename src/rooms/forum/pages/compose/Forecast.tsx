import { grouped } from '@domain/kernel/grouped'
import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { type api, type Output, useServerNow } from '@/api'
import { equationOf, isRunning } from '@/rooms/coin/public'
import { sayClock } from '@/ui/clock/moment'
import { isSoon } from '@/ui/happyHour/HappyHourStrip'
import { Icon } from '@/ui/icon/Icon'

type Composed = Output<typeof api.forum.openCompose>

/**
 * What publishing now would earn, and until when; or from when on it is multiplied, where that is soon. Copper only while
 * it is doubled.
 */
export function Forecast({ composed, offsetMs }: { composed: Composed; offsetMs: number }) {
  const now = useServerNow(offsetMs, MINUTE_MS)
  const { forecast, happyHour } = composed
  const { base, multiplier, amount, leftToday } = forecast
  const doubled = multiplier > 1 && happyHour !== null && isRunning(happyHour, now)
  if (amount === 0) return <View className="forecast">今天发帖的沃币已经得满，帖子照发</View>
  const equation = equationOf({ reason: 'forum.post', base, multiplier })
  const soon = happyHour !== null && isSoon(happyHour, now) ? happyHour : null
  const limit = doubled ? `${sayClock(happyHour.endsAt)} 前` : `今天还能得 ${leftToday}`
  return (
    <View className={`forecast${doubled ? ' forecast--doubled' : ''}`}>
      <Icon name={doubled ? 'sun' : 'coin'} size={20} className="forecast__sign" />
      <View className="forecast__amount">
        现在发布 <View className="forecast__coins">+{grouped(amount)} 沃币</View>
      </View>
      <View className="t12 secondary">
        {equation}，{limit}
      </View>
      {soon ? (
        <View className="forecast__soon t12">
          {sayClock(soon.startsAt)} 起发帖 ×{soon.multiplier}
        </View>
      ) : null}
    </View>
  )
}
