import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import './sparkline.scss'

interface SparklineProps {
  /** The latest last. */
  values: readonly number[]
  /** What it shows, for those who hear it. */
  label: string
  /** The bar that is read; absent: the latest stands out. */
  chosen?: number | undefined
  /** Bars fill the width, and a tap says which one. */
  onChoose?: (place: number) => void
}

const LOWEST_PERCENT = 8
/** A bar with the gap behind it. Where there is less room all of them are slimmer. */
const COLUMN_PX = 9

/** How a number has moved, as slim bars; the latest, or the one that is read, stands out. Nothing where there is nothing to compare. */
export function Sparkline({ values, label, chosen = values.length - 1, onChoose }: SparklineProps) {
  if (values.length < 2) return null
  const highest = Math.max(...values, 1)
  return (
    <View
      className={`sparkline${onChoose ? ' sparkline--wide' : ''}`}
      {...spokenAs('img')}
      aria-label={label}
      {...(onChoose ? {} : { style: { width: `${COLUMN_PX * values.length}px` } })}
    >
      {values.map((value, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar has no identity but its hour
          key={index}
          className="sparkline__column"
          {...(onChoose ? { onClick: () => onChoose(index) } : {})}
        >
          <View
            className={`sparkline__bar${index === chosen ? ' sparkline__bar--chosen' : ''}`}
            style={{ height: `${Math.max(LOWEST_PERCENT, (100 * value) / highest)}%` }}
          />
        </View>
      ))}
    </View>
  )
}
