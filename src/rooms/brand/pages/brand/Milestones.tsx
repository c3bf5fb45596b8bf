import type { Milestone } from '@domain/brand/story'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'

/** Years down the left, a line through all of them; the last one is where the company stands. */
export function Milestones({ told }: { told: readonly Milestone[] }) {
  return (
    <View className="milestones" {...spokenAs('list')}>
      {told.map(({ year, title, words }) => (
        <View key={`${year}-${title}`} className="milestones__one" {...spokenAs('listitem')}>
          <View className="milestones__year">{year}</View>
          <View className="milestones__dot" />
          <View className="milestones__words">
            <View className="t16 bold">{title}</View>
            <View className="t14 secondary mt-4">{words}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
