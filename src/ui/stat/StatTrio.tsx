import { View } from '@tarojs/components'
import './stat.scss'

export interface Stat {
  /** The number, already in words: "31", "1,036". */
  value: string | number
  label: string
}

/** Two or three numbers side by side, each with what it counts. */
export function StatTrio({ stats }: { stats: readonly Stat[] }) {
  return (
    <View className="stat-trio">
      {stats.map(({ value, label }) => (
        <View key={label} className="stat-trio__one">
          <View className="stat-trio__value">{value}</View>
          <View className="stat-trio__label">{label}</View>
        </View>
      ))}
    </View>
  )
}
