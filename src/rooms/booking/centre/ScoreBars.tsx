import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import './scoreBars.scss'

/** How many gave each number of stars, the most on top. @param spread how many gave 1, 2, 3, 4, 5 */
export function ScoreBars({ spread }: { spread: readonly number[] }) {
  const total = Math.max(
    1,
    spread.reduce((sum, count) => sum + count, 0),
  )
  const rows = spread.map((count, index) => ({ stars: index + 1, count })).reverse()
  const said = rows.map(({ stars, count }) => `${stars} 星 ${count} 条`).join('，')
  return (
    <View className="score-bars" {...spokenAs('img')} aria-label={said}>
      {rows.map(({ stars, count }) => (
        <View key={stars} className="score-bars__row">
          <View className="score-bars__stars">{stars} 星</View>
          <View className="score-bars__track">
            <View className="score-bars__bar" style={{ width: `${(100 * count) / total}%` }} />
          </View>
          <View className="score-bars__count">{count}</View>
        </View>
      ))}
    </View>
  )
}
