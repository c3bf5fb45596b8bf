import type { Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Sparkline } from '@/ui/sparkline/Sparkline'
import { sayBalanceAt, sayTrend } from './trendWords'

/** How the balance moved of late, in a sentence; a tap on a bar says what it was that day. */
export function BalanceTrend({ trend, now }: { trend: readonly number[]; now: Instant }) {
  const [chosen, choose] = useState<number>()
  if (trend.length < 2) return null
  const story = sayTrend(trend, now)
  return (
    <View className="profile__trend">
      <Sparkline
        values={trend}
        label={story}
        chosen={chosen}
        onChoose={place => choose(place === chosen ? undefined : place)}
      />
      <View className="t12 secondary mt-8">
        {chosen === undefined ? story : sayBalanceAt(trend, chosen, now)}
      </View>
    </View>
  )
}
