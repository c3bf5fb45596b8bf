import { SECOND_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import {
  api,
  clockOffsetMs,
  type Output,
  usePullToRefresh,
  useQueryOf,
  useRefreshOnShow,
  useServerNow,
} from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayDay } from '../../shuttle/busWords'
import { ChangeCard } from '../../shuttle/ChangeCard'
import { ahead, NextBus, OtherRides } from '../../shuttle/NextBus'
import { Unannounced } from '../../shuttle/Unannounced'
import './shuttle.scss'

type Home = Output<typeof api.selfservice.openShuttle>

/** Often enough for a number of minutes. */
const TICK_MS = 5 * SECOND_MS

function ShuttleSkeleton() {
  return (
    <View className="shuttle">
      <SkeletonBlock height={132} />
      <SkeletonBlock height={72} />
      <SkeletonBlock height={280} />
    </View>
  )
}

function NoFavourite() {
  return (
    <Card>
      <View className="t16 medium">先选一条你坐的线</View>
      <View className="t14 secondary mt-4">
        点开线路，点一下你上车的站，设为「我的站」。以后打开这里，第一眼就是下一班。
      </View>
    </Card>
  )
}

/** Lines under the name of their site, one's own first. */
function Lines({ lines }: Pick<Home, 'lines'>) {
  const groups = [...new Set(lines.map(({ group }) => group))]
  return (
    <>
      {groups.map(group => (
        <Card key={group} padding="none">
          <SectionHeader title={group} />
          {lines
            .filter(line => line.group === group)
            .map(({ lineId, name, path, favoured }) => (
              <ListRow
                key={lineId}
                lead="bus"
                title={name}
                meta={path}
                end={favoured ? <Badge tone="accent">关注中</Badge> : undefined}
                onTap={() => openPage('selfservice/line', { lineId })}
              />
            ))}
        </Card>
      ))}
    </>
  )
}

function Version({ version }: Pick<Home, 'version'>) {
  if (!version) return null
  return (
    <View className="row gap-4 t12 secondary shuttle__version">
      <Icon name="clock" size={16} />
      <View>
        时刻表第 {version.number} 版，{sayDay(version.effectiveOn)}起。没有网络时按这一版显示。
      </View>
    </View>
  )
}

/** 班车: the next bus from my stop before anything else, what changes, and every line. */
export default function ShuttlePage() {
  const query = useQueryOf(api.selfservice.openShuttle, {})
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  const now = useServerNow(clockOffsetMs(query), TICK_MS)
  return (
    <Screen
      nav={<Nav title="班车" />}
      query={query}
      skeleton={<ShuttleSkeleton />}
      isEmpty={({ version }) => version === null}
      empty={{ title: '时刻表还没有发布', sentence: '发布以后，线路和下一班会在这里。' }}
    >
      {({ favourites, changes, lines, version, unannounced }) => {
        const rides = favourites
          .map(ride => ({ ride, next: ahead(ride, now)[0] ?? Number.POSITIVE_INFINITY }))
          .sort((a, b) => a.next - b.next)
          .map(({ ride }) => ride)
        const [first, ...others] = rides
        return (
          <View className="shuttle">
            {first ? <NextBus ride={first} now={now} /> : <NoFavourite />}
            {changes.map(change => (
              <ChangeCard
                key={`${change.number} ${change.lineId}`}
                title={`${change.name}，${sayDay(change.effectiveOn)}起`}
                words={change.words}
                onTap={() => openPage('selfservice/timetable', { lineId: change.lineId })}
              />
            ))}
            <OtherRides rides={others} now={now} />
            <Lines lines={lines} />
            <Unannounced year={unannounced} />
            <Version version={version} />
          </View>
        )
      }}
    </Screen>
  )
}
