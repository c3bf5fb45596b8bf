import type { DashboardView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { areaMask, dashedMask, heightOnLine, lineMask, scaleOf } from './line'
import { sayHours } from './words'

const DAY_MINUTES = 1_440
const marks = ['0 时', '6 时', '12 时', '18 时']

type Hours = DashboardView['curve']['happyHours'][number] & {
  /** False: only proposed, so that nothing is doubled there. Default true. */
  running?: boolean
}

type CurveView = Pick<DashboardView['curve'], 'average' | 'before'> & {
  happyHours: readonly Hours[]
  /** Half hours to mark on the line. */
  busiest?: readonly number[]
}

/** The hours of the day as a sentence for those who hear it. */
function said(average: readonly number[]): string {
  const hours = Array.from(
    { length: 24 },
    (_, hour) => (average[hour * 2] ?? 0) + (average[hour * 2 + 1] ?? 0),
  )
  return hours.map((visits, hour) => `${hour} 时 ${Math.round(visits)}`).join('，')
}

const percent = (part: number) => `${100 * part}%`

const masked = (mask: string) => ({ maskImage: mask, WebkitMaskImage: mask })

interface BandsProps {
  happyHours: CurveView['happyHours']
}

/** Names of windows that lie closer than this would stand in each other's way on a small phone. */
const NAMED_APART_MINUTES = 420

function haveRoom(hours: BandsProps['happyHours']): boolean {
  const middles = hours.map(({ fromMinute, toMinute }) => (fromMinute + toMinute) / 2).sort((a, b) => a - b)
  return middles.every(
    (middle, index) => index === 0 || middle - (middles[index - 1] ?? 0) >= NAMED_APART_MINUTES,
  )
}

function Bands({ happyHours }: BandsProps) {
  const named = haveRoom(happyHours)
  return (
    <>
      {happyHours.map(hours => (
        <View
          key={sayHours(hours)}
          className={`stats__band${hours.running === false ? ' stats__band--proposed' : ''}`}
          style={{
            left: percent(hours.fromMinute / DAY_MINUTES),
            width: percent((hours.toMinute - hours.fromMinute) / DAY_MINUTES),
          }}
        >
          {named ? <View className="stats__band-name">{sayHours(hours)}</View> : null}
        </View>
      ))}
    </>
  )
}

/**
 * From midnight to midnight: the visits as a line, those before Happy Hour dashed, copper where it runs, and not where
 * it is only proposed.
 */
export function Curve({ average, before, happyHours, busiest = [] }: CurveView) {
  const { top, ticks } = scaleOf(Math.max(...average, ...(before ?? [])))
  return (
    <View className="stats__curve" {...spokenAs('img')} aria-label={`每小时访问：${said(average)}`}>
      <View className="stats__plot">
        {ticks.map(tick => (
          <View key={tick} className="stats__tick" style={{ bottom: percent(tick / top) }}>
            <View className="stats__tick-name">{tick}</View>
          </View>
        ))}
        <View className="stats__area" style={masked(areaMask(average, top))} />
        <Bands happyHours={happyHours} />
        {before ? <View className="stats__was" style={masked(dashedMask(before, top))} /> : null}
        <View className="stats__line" style={masked(lineMask(average, top))} />
        {busiest.map(slot => (
          <View
            key={slot}
            className="stats__peak"
            style={{
              left: percent((slot + 0.5) / average.length),
              bottom: percent(heightOnLine(average, slot, top)),
            }}
          />
        ))}
      </View>
      <View className="stats__axis stats__axis--day">
        {marks.map(mark => (
          <View key={mark}>{mark}</View>
        ))}
        <View className="stats__axis-end">24</View>
      </View>
    </View>
  )
}
