import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const shades = [0, 1, 2, 3, 4, 5]
const DAY_MINUTES = 1_440

interface HeatMapProps {
  /** Visits an hour by weekday, Monday first. */
  rhythm: readonly (readonly number[])[]
  happyHours: readonly { fromMinute: number; toMinute: number }[]
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

/** Where a Happy Hour runs, over the columns of its hours. */
function Bands({ happyHours }: Pick<HeatMapProps, 'happyHours'>) {
  return (
    <View className="stats__over">
      {happyHours.map(({ fromMinute, toMinute }) => (
        <View
          key={fromMinute}
          className="stats__over-band"
          style={{
            left: `${(100 * fromMinute) / DAY_MINUTES}%`,
            width: `${(100 * (toMinute - fromMinute)) / DAY_MINUTES}%`,
          }}
        />
      ))}
    </View>
  )
}

function Key({ most }: { most: number }) {
  return (
    <View className="stats__shades t12 secondary">
      <View>少</View>
      {shades.map(shade => (
        <View key={shade} className={`stats__shade stats__cell--${shade}`} />
      ))}
      <View>多，最多每小时 {Math.round(most)} 次</View>
    </View>
  )
}

/** A week by hours: the darker, the more people. */
export function HeatMap({ rhythm, happyHours }: HeatMapProps) {
  const most = Math.max(1, ...rhythm.flat())
  const weeks = rhythm.map((hours, weekday) => ({
    name: weekdays[weekday],
    cells: hours.map((visits, hour) => ({ at: `${hour} 时`, visits })),
  }))
  const shadeOf = (visits: number) => Math.ceil(((shades.length - 1) * visits) / most)
  const said = rhythm
    .map((hours, weekday) => {
      const top = Math.max(...hours)
      return `周${weekdays[weekday]}最多的是 ${hours.indexOf(top)} 时，${Math.round(top)} 次`
    })
    .join('；')
  return (
    <View className="stats__heat" {...spokenAs('img')} aria-label={`一周里每小时的访问：${said}`}>
      <Bands happyHours={happyHours} />
      {weeks.map(({ name, cells }) => (
        <View key={name} className="stats__week">
          <View className="stats__weekday">{name}</View>
          {cells.map(({ at, visits }) => (
            <View key={at} className={`stats__cell stats__cell--${shadeOf(visits)}`} />
          ))}
        </View>
      ))}
      <View className="stats__axis stats__axis--week">
        {['0 时', '6 时', '12 时', '18 时'].map(mark => (
          <View key={mark}>{mark}</View>
        ))}
      </View>
      <Key most={most} />
    </View>
  )
}
