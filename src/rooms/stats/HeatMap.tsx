import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const SHADES = 5

interface HeatMapProps {
  /** Visits an hour by weekday, Monday first. */
  rhythm: readonly (readonly number[])[]
}

/** The hottest hour, in words: `周四 8 时`. */
export function hottestOf(rhythm: HeatMapProps['rhythm']): string | null {
  const cells = rhythm.flatMap((hours, weekday) => hours.map((visits, hour) => ({ visits, weekday, hour })))
  const hottest = cells.reduce<(typeof cells)[number] | null>(
    (best, cell) => (cell.visits > (best?.visits ?? 0) ? cell : best),
    null,
  )
  return hottest && `周${weekdays[hottest.weekday]} ${hottest.hour} 时`
}

/** A week by hours: the darker, the more people. */
export function HeatMap({ rhythm }: HeatMapProps) {
  const most = Math.max(1, ...rhythm.flat())
  const weeks = rhythm.map((hours, weekday) => ({
    name: weekdays[weekday],
    cells: hours.map((visits, hour) => ({ at: `${hour} 时`, visits })),
  }))
  const shadeOf = (visits: number) => Math.round((SHADES * visits) / most)
  const said = rhythm
    .map((hours, weekday) => {
      const top = Math.max(...hours)
      return `周${weekdays[weekday]}最多的是 ${hours.indexOf(top)} 时，${Math.round(top)} 次`
    })
    .join('；')
  return (
    <View {...spokenAs('img')} aria-label={`一周里每小时的访问：${said}`}>
      {weeks.map(({ name, cells }) => (
        <View key={name} className="stats__week">
          <View className="stats__weekday">{name}</View>
          {cells.map(({ at, visits }) => (
            <View key={at} className={`stats__cell stats__cell--${shadeOf(visits)}`} />
          ))}
        </View>
      ))}
      <View className="stats__axis stats__axis--week">
        {['0 时', '6 时', '12 时', '18 时', '24'].map(mark => (
          <View key={mark}>{mark}</View>
        ))}
      </View>
      <View className="t12 secondary mt-8">越深越多，最深是每小时 {Math.round(most)} 次</View>
    </View>
  )
}
