import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { BylineSkeleton } from '../../components/BylineSkeleton'

const lines = ['100%', '96%', '100%', '72%']

/** One post before it is known: who, the title, the words, and where the comments begin. */
export function OnePostSkeleton() {
  return (
    <View className="post" {...unspoken}>
      <BylineSkeleton />
      <View className="mt-24">
        <SkeletonBlock width="64%" height={20} />
      </View>
      <View className="column gap-12 mt-16">
        {lines.map((width, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a skeleton's lines are alike
          <SkeletonBlock key={line} width={width} height={16} />
        ))}
      </View>
      <View className="mt-24">
        <SkeletonBlock width="24%" height={20} />
      </View>
    </View>
  )
}
