import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { Card } from '@/ui/card/Card'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

const titles = ['82%', '74%', '88%', '68%']

/** The morning before it is known: the picture and its title, the ways on, and four titles with their covers. */
export function HomeSkeleton() {
  return (
    <View className="column gap-12 pad" {...unspoken}>
      <Card padding="none">
        <SkeletonBlock height={192} />
        <View className="column gap-8" style={{ padding: '14px 16px 16px' }}>
          <SkeletonBlock width="84%" height={24} />
          <SkeletonBlock width="52%" height={12} />
        </View>
      </Card>
      <Card>
        <SkeletonBlock width="72%" height={48} />
      </Card>
      <Card>
        {titles.map(width => (
          <View key={width} className="row gap-16 mt-16">
            <View className="column gap-8 grow">
              <SkeletonBlock width={width} height={16} />
              <SkeletonBlock width="44%" height={12} />
            </View>
            <SkeletonBlock width="104px" height={76} />
          </View>
        ))}
      </Card>
    </View>
  )
}
