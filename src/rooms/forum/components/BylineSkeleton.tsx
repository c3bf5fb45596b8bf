import { View } from '@tarojs/components'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

/** A byline before it is known. */
export function BylineSkeleton() {
  return (
    <View className="row gap-12">
      <SkeletonBlock width="40px" height={40} round />
      <View className="column gap-8 grow">
        <SkeletonBlock width="28%" />
        <SkeletonBlock width="46%" height={12} />
      </View>
    </View>
  )
}
