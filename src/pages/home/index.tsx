import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import {
  api,
  clockOffsetMs,
  type Output,
  usePullToRefresh,
  useQueryOf,
  useRefreshOnShow,
  useServerNow,
  useSession,
} from '@/api'
import { HappyHour, isRunning } from '@/rooms/coin/public'
import { openArticle } from '@/rooms/content/ArticleRow'
import { Lead } from '@/rooms/content/Lead'
import { Face } from '@/rooms/Face'
import { PrivacyUpdate } from '@/rooms/identity/PrivacyUpdate'
import { LiveEntry } from '@/rooms/live/public'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'
import { greetingAt } from './greeting'
import { HomeSkeleton } from './HomeSkeleton'
import { HotPosts } from './HotPosts'
import './home.scss'
import { News } from './News'
import { Tiles } from './Tiles'

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

function Ways({ unread }: { unread: number }) {
  return (
    <View className="row">
      <View className="home__bell" {...tappable('搜文章')} onClick={() => openPage('content/news')}>
        <Icon name="search" />
      </View>
      <Bell unread={unread} />
    </View>
  )
}

function Greeting({ me, now, balance }: { me: Me; now: number; balance: number | undefined }) {
  return (
    <Card padding="none">
      <ListRow
        lead={<Face of={me} size={40} />}
        title={`${greetingAt(now)}，${me.name}`}
        meta={`${me.site} · ${me.department}`}
        end={balance === undefined ? null : <Coin amount={balance} size={16} />}
        onTap={() => openPage('identity/profile')}
      />
    </Card>
  )
}

type Home = Output<typeof api.content.openHome>

/** Whether so much is on today that the first screen would end before the news. */
const isFull = ({ mustRead, happyHour }: Home, now: number): boolean =>
  mustRead.length > 0 || isRunning(happyHour, now)

/** What must be read stands apart until it is confirmed. */
function MustRead({ articles: mustRead }: { articles: Home['mustRead'] }) {
  const [first, ...others] = mustRead
  if (!first) return null
  return (
    <Card padding="none">
      <ListRow
        lead="shield"
        title={<View className="clamp-1">{first.title}</View>}
        end={<Badge tone="accent">{others.length > 0 ? `必读 ${mustRead.length} 篇` : '必读'}</Badge>}
        onTap={() => openArticle(first.articleId)}
      />
    </Card>
  )
}

/** 掌动态: the morning's first look. */
export default function HomePage() {
  const { me, unread, coins, refetch: refetchSession } = useSession()
  const query = useQueryOf(api.content.openHome, {})
  const offsetMs = clockOffsetMs(query)
  const now = useServerNow(offsetMs, MINUTE_MS)
  useRefreshOnShow(query)
  usePullToRefresh(() => Promise.all([query.refetch(), refetchSession()]))
  return (
    <TabPage>
      <Screen
        tab
        nav={<Nav title="掌动态" root end={<Ways unread={unread} />} />}
        query={query}
        skeleton={<HomeSkeleton />}
      >
        {home => (
          <View className="column gap-8 pad">
            {home.lead ? <Lead article={home.lead} now={now} low={isFull(home, now)} /> : null}
            <HappyHour happyHour={home.happyHour} offsetMs={offsetMs} />
            <MustRead articles={home.mustRead} />
            <LiveEntry broadcast={home.live} offsetMs={offsetMs} />
            <Tiles tiles={home.tiles} now={now} />
            <News home={home} now={now} />
            <HotPosts posts={home.hot} />
            {me ? <Greeting me={me} now={now} balance={coins?.balance} /> : null}
          </View>
        )}
      </Screen>
      <PrivacyUpdate />
    </TabPage>
  )
}
