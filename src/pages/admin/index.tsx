import Taro, { useDidShow } from '@tarojs/taro'
import { api, useCountedWaiting, useHeldIds, usePullToRefresh, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Nav } from '@/ui/nav/Nav'
import { EmptyFace } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { TabPage } from '@/ui/tabPage/TabPage'
import { Inbox } from './Inbox'
import { Tools } from './Tools'
import './admin.scss'

/** Somebody followed a link to here without a role. The server would refuse; this says so before it is asked. */
function NoRole() {
  return (
    <EmptyFace
      title="这里给会长和管理员用"
      sentence="你现在没有要处理的事。要开通的话，请联系工会。"
      action={{ label: '回首页', onTap: () => Taro.switchTab({ url: '/pages/home/index' }) }}
    />
  )
}

/** 管理: what waits for me first, decided in two taps. */
export default function AdminPage() {
  const { hasInbox, isSuccess } = useSession()
  const query = useQueryOf(api.access.openInbox, {}, { enabled: hasInbox, staleMs: 0, kept: false })
  const held = useHeldIds()
  const counts = query.data && Object.values(query.data.counts)
  useCountedWaiting(
    counts?.reduce((sum, count) => sum + count, 0),
    query.dataUpdatedAt,
  )
  useDidShow(() => {
    if (hasInbox) void query.refetch()
  })
  usePullToRefresh(query.refetch)
  if (isSuccess && !hasInbox) {
    return (
      <TabPage>
        <Screen tab nav={<Nav title="管理" root />}>
          <NoRole />
        </Screen>
      </TabPage>
    )
  }
  return (
    <TabPage>
      <Screen
        tab
        nav={<Nav title="管理" root />}
        side={<DeskMenu here="admin" />}
        query={query}
        skeleton={<SkeletonRows count={4} leadPx={40} roundLead />}
      >
        {inbox => (
          <>
            <Inbox inbox={inbox} held={held} />
            <Tools permissions={inbox.permissions} />
          </>
        )}
      </Screen>
    </TabPage>
  )
}
