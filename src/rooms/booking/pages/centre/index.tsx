import { spanLabel, weekdayLabel } from '@domain/booking/wording'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, fileUrl, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { openPage, replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Explained } from '@/ui/explained/Explained'
import { Gallery } from '@/ui/gallery/Gallery'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayToday } from '../../centre/hoursWords'
import { KindsCard } from '../../centre/KindsCard'
import { MyVisits } from '../../centre/MyVisits'
import { sayLeft, slotTime } from '../../centre/slotWords'
import './centre.scss'
import { HoursCard } from './HoursCard'
import { FilmCard, StoryCard } from './StoryCard'
import { VoicesCard } from './VoicesCard'
import { WayCard } from './WayCard'

type Opened = Output<typeof api.booking.openCentre>

const GALLERY_RATIO = 390 / 264

function Head({ centre }: Opened) {
  const { words, open } = sayToday(centre.today)
  return (
    <View className="centre__head">
      <View className="centre__title">
        <View className="t20 bold">{centre.name}</View>
        <Badge tone={open ? 'ok' : 'neutral'}>{words}</Badge>
      </View>
      <View className="t14 secondary mt-4">{centre.headline}</View>
      <View className="centre__intro">
        <Explained text={centre.intro} />
      </View>
    </View>
  )
}

/** Times with seats left, a tap from being booked, where there is one thing to come for. */
function NextTimes({ centre, kinds, next }: Opened) {
  const { centreId } = centre
  if (next.length === 0 || kinds.length > 1) return null
  return (
    <Card padding="none">
      <SectionHeader title="最近有位" />
      {next.slice(0, 3).map(({ startsAt, endsAt, ...slot }) => (
        <ListRow
          key={startsAt}
          lead="clock"
          plain
          title={spanLabel(startsAt, endsAt)}
          end={sayLeft(slot)}
          onTap={() => openPage('booking/book', { centreId, at: String(startsAt) })}
        />
      ))}
    </Card>
  )
}

/** Another centre in place of this one. */
function Others({ others }: Opened) {
  if (others.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="换一家看看" />
      {others.map(({ centreId, name, headline }) => (
        <ListRow
          key={centreId}
          lead="bld"
          plain
          title={name}
          meta={headline}
          onTap={() => replacePage('booking/centre', { centreId })}
        />
      ))}
    </Card>
  )
}

function Desk({ hosting, centre }: Opened) {
  if (!hosting) return null
  return (
    <Card padding="none">
      <ListRow
        lead="desk"
        plain
        title="打开前台"
        meta="今天谁来、签到、闭馆、数据"
        onTap={() => openPage('booking/desk', { centreId: centre.centreId })}
      />
    </Card>
  )
}

function BookBar({ centre, next }: Opened) {
  const [first] = next
  return (
    <BottomBar
      consequence={
        first
          ? `最近有位 ${weekdayLabel(first.startsAt)} ${slotTime(first.startsAt)}`
          : '最近都满了，可以排候补'
      }
    >
      <Button onTap={() => openPage('booking/book', { centreId: centre.centreId })}>预约参观</Button>
    </BottomBar>
  )
}

function CentreSkeleton() {
  return (
    <>
      <SkeletonBlock height={264} />
      <View className="centre__head column gap-12">
        <SkeletonBlock width="64%" height={24} />
        <SkeletonBlock width="80%" />
        <SkeletonBlock />
        <SkeletonBlock width="72%" />
      </View>
    </>
  )
}

/** One centre: what it looks like, its story, when it is open, how to get there, and the way in. */
export default function CentrePage() {
  const { centreId = '' } = usePageParams()
  const query = useQueryOf(api.booking.openCentre, { centreId })
  usePullToRefresh(query.refetch)
  const { data } = query
  return (
    <Screen
      nav={<Nav over={{ disc: 'dark', ratio: GALLERY_RATIO }} title={data?.centre.name} />}
      plainNav={<Nav title="品牌体验中心" />}
      query={query}
      skeleton={<CentreSkeleton />}
      bar={data && data.kinds.length === 1 ? <BookBar {...data} /> : undefined}
    >
      {opened => {
        const { centre, mine, now } = opened
        const pictures = [centre.coverFileId, ...centre.gallery.map(({ fileId }) => fileId)]
        return (
          <>
            <Gallery pictures={[...new Set(pictures)].map(fileUrl)} alt={centre.name} ratio={GALLERY_RATIO} />
            <Head {...opened} />
            <View className="pad column gap-12 mt-12">
              <MyVisits visits={mine} now={now} />
              {opened.kinds.length > 1 ? <KindsCard {...opened} /> : null}
              <NextTimes {...opened} />
              <FilmCard film={centre.film} />
              <StoryCard story={centre.story} />
              <HoursCard centre={centre} today={dayOf(now)} />
              <WayCard centre={centre} />
              <VoicesCard {...opened} />
              <Others {...opened} />
              <Desk {...opened} />
            </View>
          </>
        )
      }}
    </Screen>
  )
}
