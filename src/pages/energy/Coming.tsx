import type { Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { sayTime } from '@/rooms/selfservice/shuttle/busWords'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'

type Booked = Pick<Output<typeof api.growth.openEnergy>, 'coming' | 'booked'>

const sayPlace = ({ startsAt, title, venue }: Booked['coming'][number], now: Instant) =>
  [`${sayTime(startsAt, now)} ${title}`, venue].filter(Boolean).join(' · ')

/** The next things that I have booked; without any it leads to what can be. */
export function Coming({ coming, booked, now }: Booked & { now: Instant }) {
  const [first, second] = coming
  return (
    <Card padding="none">
      <ListRow
        lead={
          <View className="energy__sign">
            <Icon name="cal" />
          </View>
        }
        title={first ? sayPlace(first, now) : '还没有预约'}
        meta={
          first ? (second ? sayPlace(second, now) : '接下来只有这一场') : '健身课、场馆和体验中心，几下就约好'
        }
        end={booked > 0 ? <View className="t12 secondary nowrap">我的预约 {booked}</View> : null}
        onTap={() => openPage(first ? 'booking/calendar' : 'booking/courses')}
      />
    </Card>
  )
}
