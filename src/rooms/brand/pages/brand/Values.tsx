import { values } from '@domain/brand/story'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'

export function Values() {
  const [first, ...rest] = values
  return (
    <View className="pad column gap-12 mt-8">
      {first ? (
        <View className="values__first">
          <View className="t28 bold">{first.title}</View>
          <View className="t16 mt-8">{first.words}</View>
        </View>
      ) : null}
      {rest.map(({ title, words }) => (
        <Card key={title}>
          <View className="t16 bold">{title}</View>
          <View className="t14 secondary mt-4">{words}</View>
        </Card>
      ))}
    </View>
  )
}
