import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import './sparkline.scss'

interface SparklineProps {
  /** The latest last. */
  values: readonly number[]
  /** What it shows, for those who hear it. */
  label: string
}

const LOWEST_PERCENT = 8
/** A bar with the gap behind it. Where there is less room all of them are slimmer. */
const COLUMN_PX = 9

/** Where a step of the line lies, in percent of the height: from the value before it to its own. */
function stepOf(values: readonly number[], index: number) {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const placeOf = (value: number) => (highest === lowest ? 50 : (100 * (value - lowest)) / (highest - lowest))
  const own = placeOf(values[index] ?? lowest)
  const before = placeOf(values[Math.max(0, index - 1)] ?? lowest)
  const bottom = Math.min(own, before)
  return { bottom: `${bottom}%`, height: `${Math.abs(own - before)}%`, top: own >= before }
}

interface LineProps extends Pick<SparklineProps, 'values' | 'label'> {
  chosen?: number | undefined
  /** A tap says which place is read. */
  onChoose: (place: number) => void
}

/**
 * How a number has moved, as a line of steps between its lowest and its highest: of what hardly moves against its size,
 * such as a balance, bars from nought tell nothing.
 */
export function SparkLine({ values, label, chosen = values.length - 1, onChoose }: LineProps) {
  if (values.length < 2) return null
  return (
    <View className="sparkline sparkline--line" {...spokenAs('img')} aria-label={label}>
      {values.map((_value, index) => {
        const { bottom, height, top } = stepOf(values, index)
        return (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its day
            key={index}
            className="sparkline__day"
            onClick={() => onChoose(index)}
          >
            <View
              className={`sparkline__step sparkline__step--${top ? 'up' : 'down'}${index === chosen ? ' sparkline__step--chosen' : ''}`}
              style={{ bottom, height }}
            />
          </View>
        )
      })}
    </View>
  )
}

/** How a number has moved, as slim bars; the latest stands out. Nothing where there is nothing to compare. */
export function Sparkline({ values, label }: SparklineProps) {
  if (values.length < 2) return null
  const highest = Math.max(...values, 1)
  return (
    <View
      className="sparkline"
      {...spokenAs('img')}
      aria-label={label}
      style={{ width: `${COLUMN_PX * values.length}px` }}
    >
      {values.map((value, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar has no identity but its hour
          key={index}
          className="sparkline__column"
        >
          <View
            className={`sparkline__bar${index === values.length - 1 ? ' sparkline__bar--chosen' : ''}`}
            style={{ height: `${Math.max(LOWEST_PERCENT, (100 * value) / highest)}%` }}
          />
        </View>
      ))}
    </View>
  )
}
