import type { BroadcastCardView } from '@domain/live/views'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { LiveDot } from './LiveDot'
import { metaOf, statusNow } from './words'

interface BroadcastProps {
  broadcast: BroadcastCardView
  now: number
}

const open = ({ broadcastId }: BroadcastCardView) => openPage('live/broadcast', { broadcastId })

/** What is on or to come: its picture to the edges of the card. */
export function ComingBroadcast({ broadcast, now }: BroadcastProps) {
  const { title, coverFileId } = broadcast
  return (
    <Card padding="none" onTap={() => open(broadcast)}>
      <Picture src={fileUrl(coverFileId)} alt="" ratio={358 / 192} square />
      <View className="column gap-4" style={{ padding: '14px 16px 16px' }}>
        <View className="t20 bold clamp-2" {...spokenAs('heading', 2)}>
          {title}
        </View>
        <View className="row gap-8 t12 secondary">
          {statusNow(broadcast, now) === 'live' ? <LiveDot /> : null}
          {metaOf(broadcast, now)}
        </View>
      </View>
    </Card>
  )
}

/** What is over, one of many. */
export function PastBroadcast({ broadcast, now }: BroadcastProps) {
  return (
    <ListRow
      lead={<Picture src={fileUrl(broadcast.coverFileId)} alt="" width={56} height={40} />}
      title={<View className="clamp-2">{broadcast.title}</View>}
      meta={metaOf(broadcast, now)}
      onTap={() => open(broadcast)}
    />
  )
}
