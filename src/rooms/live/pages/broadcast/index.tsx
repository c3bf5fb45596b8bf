import { isOver } from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { usePageScroll } from '@tarojs/taro'
import { useRef } from 'react'
import { clockOffsetMs, usePullToRefresh } from '@/api'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { withNews } from '../../messages'
import { useBroadcast } from '../../useBroadcast'
import { RemindBar, SpeakBar } from './Bars'
import { Before } from './Before'
import './broadcast.scss'
import { Live } from './Live'
import { Over } from './Over'
import type { Opened } from './parts'
import { Stage } from './Stage'

/** Further down than this somebody reads what was said: nothing moves under their eyes. */
const AWAY_PX = 320

type Page = ReturnType<typeof useBroadcast>
type Followed = NonNullable<Page['followed']>

/** What can be done now: to be called, or to say something. */
function Bar({ query, now, status, times, followed, change }: Page) {
  const { data } = query
  if (!data || !times) return null
  if (status === 'before') return <RemindBar opened={data} startsAt={times.startsAt} now={now} />
  if (status !== 'live') return null
  const held = followed?.held ?? []
  const hear = (fresh: Followed['messages']) => (before: Followed) => ({
    messages: withNews(before.messages, { fresh, gone: [] }),
  })
  const { talkId, topic } = data.broadcast
  return (
    <View>
      {held.length > 0 ? (
        <View
          className="live-held"
          {...tappable()}
          onClick={() => change(before => ({ ...hear(held)(before), held: [] }))}
        >
          {held.length} 条新留言
        </View>
      ) : null}
      <SpeakBar
        opened={data}
        hearts={followed?.pulse?.hearts ?? data.hearts}
        offsetMs={clockOffsetMs(query)}
        talkId={talkId}
        topic={topic?.name}
        onSaid={message => change(hear([message]))}
      />
    </View>
  )
}

/** The broadcast as it stands now. */
function Face({ opened, page }: { opened: Opened; page: Page }) {
  const { now, status, times, followed, query } = page
  const { broadcast } = opened
  const { broadcastId, coverFileId } = broadcast
  const isLive = status === 'live'
  const over = status !== undefined && isOver(status)
  const parts = {
    opened,
    times: times ?? broadcast,
    messages: followed?.messages ?? opened.messages.latest,
    now,
    offsetMs: clockOffsetMs(query),
    onGo: page.attendNow,
  }
  const total = followed?.pulse?.total ?? opened.messages.total
  const earned = followed?.earned ?? opened.mine.earned
  const platform = over ? broadcast.replay : isLive ? broadcast.platform : null
  return (
    <View>
      <Stage broadcastId={broadcastId} coverFileId={coverFileId} platform={platform} onGo={page.attendNow} />
      {over ? (
        <Over {...parts} total={total} earned={earned} />
      ) : isLive ? (
        <Live
          {...parts}
          total={total}
          earned={earned}
          watching={followed?.pulse?.watching ?? opened.watching}
          answering={followed?.pulse ? followed.pulse.answering : opened.answering}
          minutes={followed?.minutes ?? opened.mine.minutes}
        />
      ) : (
        <Before {...parts} />
      )}
      {opened.canHost ? (
        <View className="pad mt-16">
          <Button kind="text" onTap={() => openPage('live/run', { broadcastId })}>
            去主理这场直播
          </Button>
        </View>
      ) : null}
    </View>
  )
}

/** 一场直播: announced, on, or over, as the clock says. */
export default function BroadcastPage() {
  const { broadcastId = '' } = usePageParams()
  const scrolled = useRef(0)
  usePageScroll(({ scrollTop }) => {
    scrolled.current = scrollTop
  })
  const page = useBroadcast(broadcastId, () => scrolled.current > AWAY_PX)
  const { query, status } = page
  const broadcast = query.data?.broadcast
  usePullToRefresh(query.refetch)
  useShareCard({
    page: 'live/broadcast',
    params: { broadcastId },
    title: broadcast?.title ?? '直播',
    fileId: broadcast?.coverFileId,
  })
  const isLive = status === 'live'
  return (
    <Screen
      paper={isLive}
      nav={<Nav title={isLive ? (broadcast?.title ?? '直播') : '直播'} />}
      query={query}
      elsewhere={{ label: '看别的直播', onTap: () => openPage('live/broadcasts') }}
      skeleton={
        <View className="column gap-12">
          <SkeletonBlock height={220} />
          <View className="pad">
            <SkeletonBlock height={160} />
          </View>
        </View>
      }
      bar={status === 'before' || isLive ? <Bar {...page} /> : null}
    >
      {opened => <Face opened={opened} page={page} />}
    </Screen>
  )
}
