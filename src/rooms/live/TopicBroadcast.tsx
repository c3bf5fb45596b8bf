import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { type api, fileUrl, type Output, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { sayLeft, sayMoment, statusNow } from './words'

type Broadcast = NonNullable<Output<typeof api.forum.openTopic>['broadcast']>

interface TopicBroadcastProps {
  broadcast: Broadcast
  offsetMs: number
}

/** From the page of a topic to the broadcast that belongs to it: when it begins, that it is on, or that it can be seen again. */
export function TopicBroadcast({ broadcast, offsetMs }: TopicBroadcastProps) {
  const { broadcastId, title, startsAt } = broadcast
  const now = useServerNow(offsetMs, MINUTE_MS / 4)
  const status = statusNow(broadcast, now)
  if (status === 'ended') return null
  const end = { before: sayLeft(startsAt - now), live: '正在直播', replay: '看回放' }[status]
  return (
    <ListRow
      plain
      lead={<Badge icon="film">直播</Badge>}
      title={status === 'before' ? `${sayMoment(startsAt, now)}，在这里一起看` : title}
      end={<View className={status === 'live' ? 't12 accent' : 't12 secondary'}>{end}</View>}
      chevron={false}
      onTap={() => openPage('live/broadcast', { broadcastId })}
    />
  )
}

/** When the broadcast of a topic is, beside the topic's figures: "今晚 19:30", "正在直播"; null once it is over. */
export function sayShowing(broadcast: Broadcast, now: number): string | null {
  const status = statusNow(broadcast, now)
  if (status === 'before') return sayMoment(broadcast.startsAt, now)
  return status === 'live' ? '正在直播' : null
}

/** The picture of a topic's broadcast in the topic's head, while there is something to be seen. */
export function TopicPicture({ broadcast, now }: { broadcast: Broadcast; now: number }) {
  const { broadcastId, coverFileId } = broadcast
  if (coverFileId === null || statusNow(broadcast, now) === 'ended') return null
  const open = () => openPage('live/broadcast', { broadcastId })
  return <Picture src={fileUrl(coverFileId)} alt="看直播" width={88} height={66} onTap={open} />
}
