import { DOORS_OPEN_MS } from '@domain/booking/checkIn'
import { momentLabel, spanLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, clockOffsetMs, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { OfferCard, RankCard } from '../../OfferCard'
import { isUnclear, sentenceOf, ticketSentence } from '../../placeWords'
import { TicketCard } from '../../TicketCard'
import { TicketSkeleton } from '../../TicketSkeleton'
import { FeedbackSheet } from './FeedbackSheet'
import { hasBar, VisitBar } from './VisitBar'
import { VisitFacts } from './VisitFacts'

type Opened = Output<typeof api.booking.openVisit>

/** From when on the desk scans it, while that is still to come. */
function stubSentence({ place, now }: Opened): string {
  const opensAt = place.startsAt - DOORS_OPEN_MS
  if (isUnclear(place, now)) return ticketSentence(place, {}, now)
  return place.state === 'confirmed' && now < opensAt
    ? `${momentLabel(opensAt, now)} 起在前台扫，没网也能用`
    : sentenceOf(place)
}

/** The centre closed: it gave this booking another time, or took one from it. */
function Moved({ movedFrom, calledOff }: Opened) {
  if (movedFrom) {
    const { startsAt, because } = movedFrom
    return (
      <Card>
        <View className="t14 medium">中心闭馆，给你换到了这个时段</View>
        <View className="t14 secondary mt-4">
          原来约的是 {momentLabel(startsAt, 0)}。{because}
        </View>
      </Card>
    )
  }
  if (!calledOff) return null
  const { because, movedTo } = calledOff
  return (
    <Card>
      <View className="t14 medium">中心闭馆，这次去不成了</View>
      <View className="t14 secondary mt-4">{because}</View>
      {movedTo === null ? null : (
        <View className="mt-12">
          <Button kind="soft" size="small" onTap={() => replacePage('booking/visit', { placeId: movedTo })}>
            看看换到了哪一天
          </Button>
        </View>
      )}
    </Card>
  )
}

/** How long the new time is held for whoever was moved to it. */
function Held({ opened, offsetMs }: { opened: Opened; offsetMs: number }) {
  const { place, movedFrom, now } = opened
  if (place.offerExpiresAt === null) return null
  if (!movedFrom) return <OfferCard expiresAt={place.offerExpiresAt} offsetMs={offsetMs} />
  return (
    <View className="t14 secondary">
      {spanLabel(place.startsAt, place.endsAt)} 先给你留着，{momentLabel(place.offerExpiresAt, now)}{' '}
      前告诉我们去不去。
    </View>
  )
}

/** One visit: the code for the desk, the way there, and what may be done with it now. */
export default function VisitPage() {
  const { placeId = '' } = usePageParams()
  const query = useQueryOf(api.booking.openVisit, { placeId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const [telling, setTelling] = useState(false)
  const { data } = query
  const offsetMs = clockOffsetMs(query)
  return (
    <Screen
      nav={<Nav title={data ? (data.place.visit?.name ?? '参观券') : '入场券'} />}
      query={query}
      skeleton={<TicketSkeleton />}
      bar={
        data && hasBar(data) ? (
          <VisitBar opened={data} offsetMs={offsetMs} onTell={() => setTelling(true)} />
        ) : undefined
      }
    >
      {opened => (
        <>
          <View className="pad column gap-12">
            <Moved {...opened} />
            <Held opened={opened} offsetMs={offsetMs} />
            {opened.rank === null ? null : <RankCard rank={opened.rank} />}
            <TicketCard
              place={opened.place}
              coverFileId={opened.centre.coverFileId}
              isOver={isUnclear(opened.place, opened.now)}
              sentence={stubSentence(opened)}
            />
            <VisitFacts {...opened} />
          </View>
          <FeedbackSheet
            open={telling && opened.asksFeedback}
            placeId={placeId}
            name={opened.centre.name}
            onClose={() => setTelling(false)}
          />
        </>
      )}
    </Screen>
  )
}
