import { View } from '@tarojs/components'
import { api, useQueryOf } from '@/api'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { KindsCard } from '../../centre/KindsCard'

/** A kind that the centre has no more: what is booked of it stands, and what else there is to come for. */
export function KindGone({ centreId, moving }: { centreId: string; moving: boolean }) {
  const query = useQueryOf(api.booking.openCentre, { centreId }, { staleMs: 0 })
  return (
    <Screen
      nav={<Nav title={moving ? '改时间' : '预约'} />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={56} />}
    >
      {opened => (
        <View className="pad column gap-12">
          <Card>
            <View className="t16 medium">这里不再安排这一种了</View>
            <View className="t14 secondary mt-4">
              {moving
                ? '你约好的照旧，到时候来就好。想换时间，可以约下面的，约好了再取消原来的。'
                : '下面这些还能约，挑一种来看看。'}
            </View>
          </Card>
          <KindsCard {...opened} />
        </View>
      )}
    </Screen>
  )
}
