import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'

export interface ShareRow {
  name: string
  count: number
  /** What it is out of, in words: `62%`. */
  part?: string
}

interface SharesProps {
  title: string
  means: string
  rows: readonly ShareRow[]
  /** Said where there are no rows; without it there is no card then. */
  none?: string
}

/** Named numbers with a line each; the longest is the largest. */
export function Shares({ title, means, rows, none }: SharesProps) {
  if (rows.length === 0 && none === undefined) return null
  const highest = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <Card>
      <View className="t16 bold">{title}</View>
      <View className="t12 secondary mt-4">{means}</View>
      {rows.length === 0 ? <View className="t14 mt-8">{none}</View> : null}
      {rows.map(({ name, count, part }) => (
        <View key={name} className="stats__share">
          <View className="row row--between gap-8">
            <View className="t14 grow">{name}</View>
            <View className="t14 medium">
              {grouped(count)}
              {part ? ` · ${part}` : ''}
            </View>
          </View>
          <View className="stats__track">
            <View className="stats__fill" style={{ width: `${(100 * count) / highest}%` }} />
          </View>
        </View>
      ))}
    </Card>
  )
}
