import { spanLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { api, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import {
  isSettled,
  isUnclear,
  kindIcons,
  openTicket,
  type Place,
  placeTones,
  standingAt,
  titleOf,
  whatFor,
} from '../../placeWords'

function Places({ title, places, now }: { title: string; places: readonly Place[]; now: number }) {
  if (places.length === 0) return null
  return (
    <>
      <SectionHeader title={title} over />
      <Card padding="none">
        {places.map(place => (
          <ListRow
            key={place.placeId}
            lead={kindIcons[place.kind]}
            title={place.title}
            meta={[
              ...whatFor(place),
              spanLabel(place.startsAt, place.endsAt),
              place.party > 1 ? `${place.venue} · ${place.party} 位` : place.venue,
            ]}
            end={
              isUnclear(place, now) ? (
                <Badge>已经结束</Badge>
              ) : (
                <Badge tone={placeTones[place.state]}>{titleOf(place)}</Badge>
              )
            }
            onTap={() => openTicket(place)}
          />
        ))}
      </Card>
    </>
  )
}

/** What I have signed up for: what is still to come on top, the next first. */
export default function MyPlacesPage() {
  const pages = usePagesOf(api.booking.listPlaces, {}, { staleMs: 0 })
  const screen = usePagedScreen(pages)
  return (
    <Screen
      nav={<Nav title="我的报名" />}
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={loaded => loaded.every(({ places }) => places.length === 0)}
      empty={{
        title: '还没有报过名',
        sentence: '看看这一周有什么，挑一场去走走。',
        action: { label: '看看活动', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) },
      }}
    >
      {loaded => {
        const now = loaded[0]?.now ?? 0
        const places = loaded.flatMap(page => page.places.map(place => standingAt(place, page.now)))
        const isComing = ({ state, endsAt }: Place) => endsAt > now && !isSettled(state)
        const coming = places.filter(isComing).reverse()
        return (
          <View className="pad">
            <Card padding="none">
              <ListRow lead="cal" title="放进日历里看" onTap={() => openPage('booking/calendar')} />
            </Card>
            <Places title="要去的" places={coming} now={now} />
            <Places title="以前和取消的" places={places.filter(place => !isComing(place))} now={now} />
          </View>
        )
      }}
    </Screen>
  )
}
