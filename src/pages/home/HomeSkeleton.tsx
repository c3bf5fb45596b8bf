import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { Card } from '@/ui/card/Card'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

const titles = ['62%', '74%', '48%', '68%', '56%']

/** The morning before it is known: the greeting, the purse, and five titles with their places. */
export function HomeSkeleton() {
  return (
    <View className="column gap-12 pad" {...unspoken}>
      <View className="home__greeting">
        <SkeletonBlock width="48px" height={48} round />
        <View className="column gap-8 grow">
          <SkeletonBlock width="52%" height={20} />
          <SkeletonBlock width="36%" height={12} />
        </View>
      </View>
      <Card padding="compact">
        <View className="row row--between">
          <SkeletonBlock width="104px" height={20} />
          <SkeletonBlock width="64px" height={20} />
        </View>
      </Card>
      <Card>
        <SkeletonBlock width="88px" height={20} />
        {titles.map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a skeleton's rows are alike
          <View key={place} className="row gap-12 mt-24">
            <SkeletonBlock width="24px" height={24} />
            <View className="column gap-8 grow">
              <SkeletonBlock width={width} height={16} />
              <SkeletonBlock width="44%" height={12} />
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}
