import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import {
  api,
  clockOffsetMs,
  type Output,
  usePullToRefresh,
  useQueryOf,
  useServerNow,
  useSession,
} from '@/api'
import { HappyHour } from '@/rooms/coin/public'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'
import { greetingAt } from './greeting'
import { HomeSkeleton } from './HomeSkeleton'
import { HotPosts } from './HotPosts'
import './home.scss'
import { Places } from './Places'

type Me = NonNullable<Output<typeof api.identity.openSession>['me']>

function Bell({ unread }: { unread: number }) {
  return (
    <View
      className="home__bell"
      {...tappable(unread > 0 ? `通知，${unread} 条未读` : '通知')}
      onClick={() => openPage('notice/inbox')}
    >
      <Icon name="bell" />
      {unread > 0 ? <View className="home__unread">{unread > 99 ? '99+' : unread}</View> : null}
    </View>
  )
}

function Greeting({ me, now }: { me: Me; now: number }) {
  return (
    <View className="home__greeting" {...tappable()} onClick={() => openPage('identity/profile')}>
      <Avatar name={me.name} size={48} />
      <View className="grow">
        <View className="t20 bold">
          {greetingAt(now)}，{me.name}
        </View>
        <View className="t12 secondary">
          {me.site} · {me.department}
        </View>
      </View>
      <Icon name="next" size={16} className="home__on" />
    </View>
  )
}

function Balance({ balance, earnedToday }: NonNullable<Output<typeof api.identity.openSession>['coins']>) {
  return (
    <Card padding="compact" onTap={() => openPage('coin/statement')}>
      <View className="home__balance">
        <View className="row gap-12">
          <View className="t14 secondary nowrap">沃币</View>
          <Coin amount={balance} size={20} />
        </View>
        <View className="row gap-8">
          {earnedToday > 0 ? <Badge>今天得到 {earnedToday}</Badge> : null}
          <Icon name="next" size={16} className="home__on" />
        </View>
      </View>
    </Card>
  )
}

/** 掌动态: the morning's first look. */
export default function HomePage() {
  const { me, unread, coins, refetch: refetchSession } = useSession()
  const hot = useQueryOf(api.forum.openFeed, { sort: 'hot' })
  const offsetMs = clockOffsetMs(hot)
  const now = useServerNow(offsetMs, MINUTE_MS)
  usePullToRefresh(() => Promise.all([hot.refetch(), refetchSession()]))
  return (
    <TabPage>
      <Screen
        tab
        nav={<Nav title="掌动态" root end={<Bell unread={unread} />} />}
        query={hot}
        skeleton={<HomeSkeleton />}
      >
        {feed => (
          <View className="column gap-12 pad">
            {me ? <Greeting me={me} now={now} /> : null}
            <HappyHour happyHour={feed.happyHour} offsetMs={offsetMs} />
            {coins ? <Balance {...coins} /> : null}
            <HotPosts posts={feed.posts} />
            <Places />
          </View>
        )}
      </Screen>
    </TabPage>
  )
}
