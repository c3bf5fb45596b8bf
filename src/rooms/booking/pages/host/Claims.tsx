import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Face } from '@/rooms/Face'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { RecordButton } from './AttendeeRow'

type Claim = NonNullable<Output<typeof api.booking.listAttendees>['roll']>['claims'][number]

/** Those who say that they were there and whom nobody scanned: only the host can tell. */
export function Claims({ claims, now }: { claims: readonly Claim[]; now: number }) {
  if (claims.length === 0) return null
  return (
    <View className="pad mt-12">
      <Card padding="none">
        <SectionHeader title="待确认" more={`${claims.length} 位`} />
        {claims.map(claim => (
          <ListRow
            key={claim.placeId}
            lead={<Face of={claim.person} size={40} />}
            title={claim.person.name}
            meta={
              claim.scannedAt === null
                ? '说自己来了'
                : `手机记着${sayWhen(claim.scannedAt, now)} 扫过门口的码`
            }
            end={<RecordButton of={claim} />}
          />
        ))}
      </Card>
    </View>
  )
}
