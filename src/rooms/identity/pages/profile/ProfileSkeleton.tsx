import { View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { Card } from '@/ui/card/Card'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'

const rows = ['72px', '88px', '40px', '40px']

/** 沃空间 before it is known: the person, the purse, and the rows that lead on. */
export function ProfileSkeleton() {
  return (
    <View className="column gap-12 pad" {...unspoken}>
      <View className="profile__person">
        <SkeletonBlock width="64px" height={64} round />
        <View className="column gap-8 grow">
          <SkeletonBlock width="32%" height={20} />
          <SkeletonBlock width="76%" />
          <SkeletonBlock width="52%" height={12} />
        </View>
      </View>
      <Card>
        <SkeletonBlock width="40px" />
        <View className="row row--between mt-12">
          <SkeletonBlock width="112px" height={28} />
          <SkeletonBlock width="72px" height={20} />
        </View>
      </Card>
      <Card padding="none">
        {rows.map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a skeleton's rows are alike
          <View key={place} className="profile__row-to-come">
            <SkeletonBlock width="24px" height={24} />
            <SkeletonBlock width={width} height={16} />
          </View>
        ))}
      </Card>
    </View>
  )
}
