import { isOver } from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { useWatching } from '../../useWatching'
import { WebFrame } from '../../WebFrame'

/** The web page of a broadcast or of its replay. Its address comes from the server, never with the link. */
export default function WatchPage() {
  const { broadcastId = '' } = usePageParams()
  const query = useWatching(broadcastId)
  return (
    <Screen
      nav={<Nav title={query.data?.broadcast.title ?? '直播'} />}
      query={query}
      skeleton={<SkeletonBlock height={220} />}
    >
      {({ broadcast }) => {
        const shown = isOver(broadcast.status) ? broadcast.replay : broadcast.platform
        if (shown?.kind === 'web') return <WebFrame url={shown.url} />
        return (
          <View className="pad mt-16">
            <View className="t14 secondary">这场直播现在没有网页可以看。</View>
            <View className="mt-16">
              <Button kind="soft" onTap={goBack}>
                回到直播页
              </Button>
            </View>
          </View>
        )
      }}
    </Screen>
  )
}
