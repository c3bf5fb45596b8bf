import type { DashboardView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { sayHours } from './words'

const SLOT_MINUTES = 30
const DAY_MINUTES = 1_440
const marks = ['0 时', '6 时', '12 时', '18 时', '24']

type CurveView = Pick<DashboardView['curve'], 'average' | 'before' | 'happyHours'>

/** The hours of the day as a sentence for those who hear it. */
function said(average: readonly number[]): string {
  const hours = Array.from(
    { length: 24 },
    (_, hour) => (average[hour * 2] ?? 0) + (average[hour * 2 + 1] ?? 0),
  )
  return hours.map((visits, hour) => `${hour} 时 ${Math.round(visits)}`).join('，')
}

const percent = (minute: number) => `${(100 * minute) / DAY_MINUTES}%`

/** From midnight to midnight: a column each half hour, the time before Happy Hour as a line, copper where it runs. */
export function Curve({ average, before, happyHours }: CurveView) {
  const highest = Math.max(1, ...average, ...(before ?? []))
  const slots = average.map((visits, slot) => ({ at: slot * SLOT_MINUTES, visits, was: before?.[slot] }))
  const heightOf = (visits: number) => `${(100 * visits) / highest}%`
  return (
    <View className="stats__curve" {...spokenAs('img')} aria-label={`每小时访问：${said(average)}`}>
      <View className="stats__plot">
        {happyHours.map(hours => (
          <View
            key={hours.fromMinute}
            className="stats__band"
            style={{ left: percent(hours.fromMinute), width: percent(hours.toMinute - hours.fromMinute) }}
          >
            <View className="stats__band-name">{sayHours(hours)}</View>
          </View>
        ))}
        <View className="stats__columns">
          {slots.map(({ at, visits, was }) => (
            <View key={at} className="stats__column">
              <View className="stats__bar" style={{ height: heightOf(visits) }} />
              {was === undefined ? null : <View className="stats__was" style={{ bottom: heightOf(was) }} />}
            </View>
          ))}
        </View>
      </View>
      <View className="stats__axis">
        {marks.map(mark => (
          <View key={mark}>{mark}</View>
        ))}
      </View>
    </View>
  )
}
