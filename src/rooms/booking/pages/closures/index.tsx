import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePolling, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ClosureRow } from './ClosureRow'
import { inOrder } from './closureWords'
import './closures.scss'
import { PlanSheet } from './PlanSheet'

function PlanBar({ centreId, now }: { centreId: string; now: number }) {
  const [planning, setPlanning] = useState(false)
  return (
    <>
      <BottomBar consequence="约过的客人会收到通知">
        <Button icon="lock" onTap={() => setPlanning(true)}>
          安排闭馆
        </Button>
      </BottomBar>
      <PlanSheet open={planning} centreId={centreId} now={now} onClose={() => setPlanning(false)} />
    </>
  )
}

/** When a centre does not open although its hours say so: what is planned, what was, and a new one. */
export default function ClosuresPage() {
  const { centreId = '' } = usePageParams()
  const query = useQueryOf(api.booking.listClosures, { centreId }, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  usePolling(query, query.data?.closures.some(({ spreading }) => spreading) ?? false)
  const { data } = query
  return (
    <Screen
      column
      nav={<Nav title="闭馆安排" />}
      side={<DeskMenu here="booking/desk" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
      isEmpty={({ closures }) => closures.length === 0}
      empty={{ title: '没有闭馆安排', sentence: '检修、布展、公司活动，在这里关掉那段时间。' }}
      bar={data ? <PlanBar centreId={centreId} now={data.now} /> : undefined}
    >
      {({ closures, now }) => (
        <View className="pad column gap-12">
          {inOrder(closures).map(closure => (
            <ClosureRow key={closure.closureId} closure={closure} now={now} />
          ))}
        </View>
      )}
    </Screen>
  )
}
