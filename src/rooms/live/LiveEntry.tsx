import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { mayBeReminded } from '@domain/live/broadcast'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, type Output, useAskToNotify, useCommand, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayCountdown } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { LiveDot } from './LiveDot'
import './liveEntry.scss'
import { isFar, metaOf, sayMoment, statusNow } from './words'

type Entry = NonNullable<Output<typeof api.content.openHome>['live']>

interface LiveEntryProps {
  broadcast: Entry | null
  offsetMs: number
}

/** To be called before it begins; once asked for, it says so. */
function Remind({ broadcastId, reminded: known }: Pick<Entry, 'broadcastId' | 'reminded'>) {
  const [asked, setAsked] = useState(false)
  const reminded = asked || known
  const ask = useAskToNotify()
  const remind = useCommand(api.live.remindMe, {
    outdates: [api.live.openBroadcast, api.content.openHome],
    optimistic: () => {
      setAsked(true)
      return () => setAsked(false)
    },
  })
  const tap = () => {
    ask(['sessionSoon'])
    return remind.run({ broadcastId, on: true })
  }
  if (reminded) return <View className="t12 secondary">到时候叫你</View>
  return (
    <Button kind="secondary" size="small" onTap={tap}>
      提醒我
    </Button>
  )
}

/** What can be done from the front page: to be called, or to go there. */
function Way({ broadcast, now }: { broadcast: Entry; now: number }) {
  const { broadcastId, startsAt, reminded } = broadcast
  const status = statusNow(broadcast, now)
  if (mayBeReminded({ status, startsAt }, now))
    // What the cloud says counts as soon as it comes: it may be taken back on another page, or on another phone.
    return <Remind key={`${broadcastId} ${reminded}`} broadcastId={broadcastId} reminded={reminded} />
  if (status !== 'live' && status !== 'before') return null
  return (
    <Button size="small" onTap={() => openPage('live/broadcast', { broadcastId })}>
      去看
    </Button>
  )
}

/** "今晚 19:30 还有 11:49:32", on two lines where one is too short; on another day when, and where it is on that it is. */
function Meta({ broadcast, now }: { broadcast: Entry; now: number }) {
  const status = statusNow(broadcast, now)
  const left = broadcast.startsAt - now
  if (status === 'before' && !isFar(left))
    return (
      <View className="row row--wrap live-entry__times">
        <View className="nowrap">{sayMoment(broadcast.startsAt, now)}</View>
        <View className="nowrap">
          还有<View className="live-entry__left">{sayCountdown(left)}</View>
        </View>
      </View>
    )
  return (
    <View className="row gap-8">
      {status === 'live' ? <LiveDot /> : null}
      {status === 'live' ? metaOf(broadcast, now) : `直播 · ${metaOf(broadcast, now)}`}
    </View>
  )
}

/** The way from the front page to what is on the air, about to be, or just over; nothing where there is none. */
export function LiveEntry({ broadcast, offsetMs }: LiveEntryProps) {
  const isNear = broadcast?.status === 'before' && !isFar(broadcast.startsAt - (Date.now() + offsetMs))
  const now = useServerNow(offsetMs, broadcast ? (isNear ? SECOND_MS : MINUTE_MS / 4) : undefined)
  if (!broadcast) return null
  const { broadcastId, title, coverFileId } = broadcast
  return (
    <Card padding="none" className="live-entry">
      <ListRow
        lead={<Picture src={fileUrl(coverFileId)} alt="" width={56} height={40} />}
        title={<View className="clamp-2">{title}</View>}
        meta={<Meta broadcast={broadcast} now={now} />}
        end={<Way broadcast={broadcast} now={now} />}
        chevron={false}
        onTap={() => openPage('live/broadcast', { broadcastId })}
      />
    </Card>
  )
}
