import type { Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { SparkLine } from '@/ui/sparkline/Sparkline'
import { sayBalanceAt, sayTrend } from './trendWords'

/** How the balance moved of late, in a sentence; a tap on a day says what it was then. */
export function BalanceTrend({ trend, now }: { trend: readonly number[]; now: Instant }) {
  const [chosen, choose] = useState<number>()
  if (trend.length < 2) return null
  const story = sayTrend(trend, now)
  return (
    <View className="profile__trend">
      <SparkLine
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
