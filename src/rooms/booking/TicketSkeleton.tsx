import { View } from '@tarojs/components'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

/** In a ticket's measure: the cover, the facts, the code. */
export function TicketSkeleton() {
  return (
    <View className="pad column gap-12">
      <SkeletonBlock height={112} />
      <SkeletonBlock width="56%" height={24} />
      <SkeletonBlock height={216} />
    </View>
  )
}
