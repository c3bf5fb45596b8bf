import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, clockOffsetMs, usePullToRefresh, useQueryOf } from '@/api'
import { OfferCard, RankCard } from '@/rooms/booking/public'
import { aboutEvent, postAbout } from '@/rooms/forum/public'
import { ShareRow } from '@/rooms/ShareRow'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { Cover } from '../../Cover'
import { Afterwards } from './Afterwards'
import { ApprovalCard } from './ApprovalCard'
import { EventBar, hasBar, whyNot } from './EventBar'
import { EventHead, EventQuestions, EventWords } from './EventFacts'
import { EventPeople } from './EventPeople'
import { HostCard } from './HostCard'
import { JoinSheet } from './JoinSheet'
import './event.scss'

function EventSkeleton() {
  return (
    <>
      <SkeletonBlock height={264} />
      <View className="event__head">
        <SkeletonBlock width="64%" height={24} />
        <View className="mt-16">
          <SkeletonBlock width="72%" />
        </View>
        <View className="mt-16">
          <SkeletonBlock width="56%" />
        </View>
      </View>
    </>
  )
}

const COVER_RATIO = 390 / 264

/** One event: what, when, where, who comes, and my part in it. */
export default function EventPage() {
  const { eventId = '' } = usePageParams()
  const query = useQueryOf(api.union.openEvent, { eventId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const [joining, setJoining] = useState(false)
  const { data } = query
  const offsetMs = clockOffsetMs(query)
  useShareCard({
    page: 'union/event',
    params: { eventId },
    title: data?.event.title ?? '沃工会的活动',
    fileId: data?.event.coverFileId,
  })
  return (
    <Screen
      nav={<Nav over={{ disc: 'dark', ratio: COVER_RATIO }} title={data?.event.title} />}
      plainNav={<Nav title="活动" />}
      query={query}
      skeleton={<EventSkeleton />}
      bar={
        data && hasBar(data) ? (
          <EventBar opened={data} offsetMs={offsetMs} onJoin={() => setJoining(true)} />
        ) : undefined
      }
    >
      {opened => {
        const { event, mine, now } = opened
        const mayJoin = (mine === null || mine.actions.includes('join')) && whyNot(opened) === undefined
        return (
          <>
            <Cover fileId={event.coverFileId} category={event.category} ratio={COVER_RATIO} square />
            <EventHead {...opened} />
            <View className="pad column gap-12 mt-12">
              {event.calledOffBecause === null ? null : (
                <Card>
                  <View className="t14 medium">活动取消了</View>
                  <View className="t14 secondary mt-4">{event.calledOffBecause}</View>
                </Card>
              )}
              <ApprovalCard {...opened} />
              {mine?.offerExpiresAt ? (
                <OfferCard expiresAt={mine.offerExpiresAt} offsetMs={offsetMs} />
              ) : null}
              {mine?.rank ? <RankCard rank={mine.rank} /> : null}
              <Afterwards {...opened} />
              <EventPeople {...opened} />
              <EventWords {...opened} />
              <EventQuestions {...opened} />
              {event.state === 'open' && now < event.endsAt ? (
                <ShareRow onPost={() => postAbout(aboutEvent(event))} />
              ) : null}
              <HostCard {...opened} />
            </View>
            <JoinSheet
              open={joining && mayJoin}
              onClose={() => setJoining(false)}
              event={event}
              full={event.taken >= event.capacity}
              now={now}
            />
          </>
        )
      }}
    </Screen>
  )
}
