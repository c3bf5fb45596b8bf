import { View } from '@tarojs/components'
import './sparkline.scss'

interface SparklineProps {
  /** The latest last. */
  values: readonly number[]
  /** What it shows, for those who hear it. */
  label: string
}

const LOWEST_PERCENT = 8

/** How a number has moved, as slim bars; the latest stands out. Nothing where there is nothing to compare. */
export function Sparkline({ values, label }: SparklineProps) {
  if (values.length < 2) return null
  const highest = Math.max(...values, 1)
  return (
    <View className="sparkline" aria-label={label}>
      {values.map((value, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar has no identity but its hour
          key={index}
          className={`sparkline__bar${index === values.length - 1 ? ' sparkline__bar--last' : ''}`}
          style={{ height: `${Math.max(LOWEST_PERCENT, (100 * value) / highest)}%` }}
        />
      ))}
    </View>
  )
}
