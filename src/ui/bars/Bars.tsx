import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import './bars.scss'

export interface Bar {
  key: string
  /** Below the bar: "周一", "10:00". */
  name: string
  value: number
  /** The part of the value that is drawn dark; the rest is its bed. */
  part?: number
}

export interface BarsProps {
  bars: readonly Bar[]
  /** What is counted: "位". */
  unit: string
  /** What it shows, for those who hear it. */
  label: string
  /** Which number stands above a bar with a part. */
  above?: 'part' | 'value'
}

const LOWEST_PERCENT = 2

/** Numbers side by side, each with its part or its value above and its name below. The highest fills the height. */
export function Bars({ bars, unit, label, above = 'part' }: BarsProps) {
  const highest = Math.max(...bars.map(({ value }) => value), 1)
  const percentOf = (value: number) => Math.max(value > 0 ? LOWEST_PERCENT : 0, (100 * value) / highest)
  const said = bars
    .map(({ name, value, part }) => `${name} ${value} ${unit}${part === undefined ? '' : `，其中 ${part}`}`)
    .join('；')
  return (
    <View className="bars" {...spokenAs('img')} aria-label={`${label}：${said}`}>
      {bars.map(({ key, name, value, part }) => (
        <View key={key} className="bars__one">
          <View className="bars__value">
            {value > 0 ? ((above === 'part' ? part : undefined) ?? value) : ''}
          </View>
          <View className="bars__track">
            <View className="bars__bar" style={{ height: `${percentOf(value)}%` }}>
              <View
                className="bars__part"
                style={{ height: `${value > 0 ? (100 * (part ?? value)) / value : 0}%` }}
              />
            </View>
          </View>
          <View className="bars__name">{name}</View>
        </View>
      ))}
    </View>
  )
}
