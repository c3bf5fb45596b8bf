import { MINUTE_MS } from '@domain/kernel/time'
import type { BroadcastCardView } from '@domain/live/views'
import { View } from '@tarojs/components'
import { fileUrl, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { LiveDot } from './LiveDot'
import { metaOf, statusNow } from './words'

interface LiveEntryProps {
  broadcast: BroadcastCardView | null
  offsetMs: number
}

/** The way from the front page to what is on the air, about to be, or just over; nothing where there is none. */
export function LiveEntry({ broadcast, offsetMs }: LiveEntryProps) {
  const now = useServerNow(offsetMs, broadcast ? MINUTE_MS / 4 : undefined)
  if (!broadcast) return null
  const { broadcastId, title, coverFileId } = broadcast
  const isLive = statusNow(broadcast, now) === 'live'
  return (
    <Card padding="none">
      <ListRow
        lead={<Picture src={fileUrl(coverFileId)} alt="" width={56} height={40} />}
        title={<View className="clamp-1">{title}</View>}
        meta={
          <View className="row gap-8">
            {isLive ? <LiveDot /> : null}
            {isLive ? metaOf(broadcast, now) : `直播 · ${metaOf(broadcast, now)}`}
          </View>
        }
        onTap={() => openPage('live/broadcast', { broadcastId })}
      />
    </Card>
  )
}
