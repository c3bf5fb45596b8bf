import { isOver } from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { api, useCommand, usePolling, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openSheet } from '@/rooms/openSheet'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { DrawCard } from './DrawCard'
import { FiguresCard } from './Figures'
import { Questions } from './Questions'
import './run.scss'
import { StepsCard } from './StepsCard'

/** 直播现场: begin and end, questions, draw and figures, under one thumb. */
export default function RunPage() {
  const { broadcastId = '' } = usePageParams()
  const query = useQueryOf(api.live.openRun, { broadcastId }, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  usePolling(query, query.data?.broadcast.status === 'live')
  const made = useCommand(api.live.exportBroadcast)
  const save = async () => {
    const file = await made.run({ broadcastId })
    if (file) await openSheet(file.url).catch(() => toast.show('表格没有打开，再试一次'))
  }
  return (
    <Screen
      column
      nav={<Nav title="直播现场" />}
      side={<DeskMenu here="live/desk" />}
      query={query}
      skeleton={<SkeletonRows count={6} />}
    >
      {opened => {
        const { broadcast, draw, figures, now } = opened
        const { status } = broadcast
        const hasBegun = status === 'live' || isOver(status)
        return (
          <View className="pad column gap-12 mt-8">
            <StepsCard opened={opened} />
            {status === 'before' || status === 'live' ? <Questions {...opened} /> : null}
            {draw && status !== 'cancelled' ? (
              <DrawCard broadcastId={broadcastId} draw={draw} canStep={hasBegun} isOver={isOver(status)} />
            ) : null}
            {status === 'draft' ? null : <FiguresCard figures={figures} now={now} />}
            {hasBegun ? (
              <Button kind="text" onTap={save}>
                导出这场的数据
              </Button>
            ) : null}
          </View>
        )
      }}
    </Screen>
  )
}
