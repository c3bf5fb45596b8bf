import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import './mallStats.scss'

type Days = Output<typeof api.mall.openMallStats>['days']

const LOWEST_PERCENT = 3

/** "11 月 24 日" */
function sayDay(on: string): string {
  const [, month = '', day = ''] = on.split('-')
  return `${Number(month)} 月 ${Number(day)} 日`
}

/** A slim bar a day, with the days at both ends and the highest in words. */
export function CoinDays({ days }: { days: Days }) {
  const highest = Math.max(...days.map(({ coins }) => coins), 1)
  const best = days.find(({ coins }) => coins === highest)
  const said = best ? `最多的是 ${sayDay(best.on)}，${grouped(best.coins)} 沃币` : '还没有兑换'
  const percentOf = (coins: number) => (coins > 0 ? Math.max(LOWEST_PERCENT, (100 * coins) / highest) : 0)
  return (
    <View className="mt-12" {...spokenAs('img')} aria-label={`每天离开流通的沃币，${said}`}>
      <View className="mall-stats__days">
        {days.map(({ on, coins }) => (
          <View key={on} className="mall-stats__day">
            <View className="mall-stats__day-bar" style={{ height: `${percentOf(coins)}%` }} />
          </View>
        ))}
      </View>
      <View className="row row--between t12 secondary mt-4">
        <View>{sayDay(days[0]?.on ?? '')}</View>
        <View>今天</View>
      </View>
      <View className="t12 secondary mt-4">{said}</View>
    </View>
  )
}
