import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, usePagesOf, useServerNow } from '@/api'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock, SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ComingBroadcast, PastBroadcast } from '../../BroadcastRow'

/** 直播: what is on and to come, then what can be looked at again. */
export default function BroadcastsPage() {
  const pages = usePagesOf(api.live.openBroadcasts, {}, { staleMs: MINUTE_MS })
  const query = usePagedScreen(pages)
  const first = pages.data?.pages[0]
  const now = useServerNow(first ? first.now - pages.dataUpdatedAt : 0, MINUTE_MS / 4)
  return (
    <Screen
      nav={<Nav title="直播" />}
      query={query}
      skeleton={
        <View className="pad column gap-12 mt-8">
          <SkeletonBlock height={260} />
          <SkeletonRows count={3} />
        </View>
      }
      isEmpty={([page]) => !page || page.coming.length + page.past.length === 0}
      empty={{ title: '还没有直播', sentence: '新车发布、全员会有直播时，会出现在掌动态。' }}
    >
      {all => {
        const coming = all.flatMap(page => page.coming)
        const past = all.flatMap(page => page.past)
        return (
          <View className="pad column gap-12 mt-8">
            {coming.map(broadcast => (
              <ComingBroadcast key={broadcast.broadcastId} broadcast={broadcast} now={now} />
            ))}
            {past.length > 0 ? (
              <Card padding="none">
                <SectionHeader title="看过去的" />
                {past.map(broadcast => (
                  <PastBroadcast key={broadcast.broadcastId} broadcast={broadcast} now={now} />
                ))}
              </Card>
            ) : null}
            {past.length > 0 ? <ListEnd of={pages} words="直播就到这里" /> : null}
          </View>
        )
      }}
    </Screen>
  )
}
