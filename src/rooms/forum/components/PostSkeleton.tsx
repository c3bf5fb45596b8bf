import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { Card } from '@/ui/card/Card'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { BylineSkeleton } from './BylineSkeleton'

const titles = ['68%', '52%', '60%']

/** Three posts before they are known. */
export function PostSkeleton() {
  return (
    <View className="column gap-12 pad" {...unspoken}>
      {titles.map(width => (
        <Card key={width}>
          <BylineSkeleton />
          <View className="column gap-8 mt-16">
            <SkeletonBlock width={width} height={16} />
            <SkeletonBlock height={16} />
            <SkeletonBlock width="82%" height={16} />
          </View>
          <View className="row mt-16">
            <SkeletonBlock width="120px" height={16} />
          </View>
        </Card>
      ))}
    </View>
  )
}
