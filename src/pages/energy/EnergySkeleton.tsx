import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { Card } from '@/ui/card/Card'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { TOOLS_SHOWN } from './ToolGrid'

const tools = Array.from({ length: TOOLS_SHOWN }, (_, tool) => tool)
const goods = ['84%', '68%', '76%']

/** The tab before it is known, card by card: the next bus, what is booked, the tools, the words, the goods. */
export function EnergySkeleton() {
  return (
    <View className="energy" {...unspoken}>
      <Card>
        <SkeletonBlock width="48%" height={16} />
        <View className="row gap-8 mt-12">
          <SkeletonBlock width="32%" height={28} />
          <SkeletonBlock width="40%" height={16} />
        </View>
        <View className="mt-16">
          <SkeletonBlock width="64%" height={12} />
        </View>
      </Card>
      <Card padding="compact">
        <View className="row gap-12">
          <SkeletonBlock width="44px" height={44} />
          <View className="column gap-8 grow">
            <SkeletonBlock width="60%" height={16} />
            <SkeletonBlock width="44%" height={12} />
          </View>
        </View>
      </Card>
      <Card padding="none">
        <View className="energy__grid">
          {tools.map(tool => (
            <View key={tool} className="energy__tool">
              <SkeletonBlock width="28px" height={28} />
              <SkeletonBlock width="40px" height={12} />
            </View>
          ))}
        </View>
      </Card>
      <Card padding="compact">
        <SkeletonBlock height={44} />
      </Card>
      <Card>
        <SkeletonBlock width="32%" height={20} />
        <View className="row gap-12 mt-16">
          {goods.map(width => (
            <View key={width} className="column gap-8 grow">
              <SkeletonBlock height={112} />
              <SkeletonBlock width={width} height={12} />
            </View>
          ))}
        </View>
      </Card>
    </View>
  )
}
