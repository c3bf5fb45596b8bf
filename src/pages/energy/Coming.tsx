import { dayOf, type Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { sayTime } from '@/rooms/selfservice/shuttle/busWords'
import { Card } from '@/ui/card/Card'
import { IconBed } from '@/ui/icon/IconBed'
import { ListRow } from '@/ui/listRow/ListRow'

type Booking = Booked['coming'][number]
type Booked = Pick<Output<typeof api.growth.openEnergy>, 'coming' | 'booked'>

/** `今天 12:15 瑜伽`, `14:00 上海体验中心 · 试驾` */
function sayPlace({ startsAt, title, visit }: Booking, now: Instant): string {
  const day = dayOf(startsAt) === dayOf(now) ? '今天 ' : ''
  const what = visit ? ` · ${visit.name}` : ''
  return `${day}${sayTime(startsAt, now)} ${title}${what}`
}

/** Where the next one is held, or the one after it. */
function sayAfter(first: Booking | undefined, second: Booking | undefined, now: Instant): string {
  if (!first) return '健身课、场馆和体验中心，几下就约好'
  return second ? `之后 ${sayPlace(second, now)}` : first.venue
}

/** The next things that I have booked; without any it leads to what can be. */
export function Coming({ coming, booked, now }: Booked & { now: Instant }) {
  const [first, second] = coming
  return (
    <Card padding="none">
      <ListRow
        lead={<IconBed name="cal" />}
        title={first ? <View className="clamp-2">{sayPlace(first, now)}</View> : '还没有预约'}
        meta={sayAfter(first, second, now)}
        end={booked > 0 ? <View className="t12 secondary nowrap">共 {booked} 个</View> : null}
        onTap={() => openPage(first ? 'booking/calendar' : 'booking/courses')}
      />
    </Card>
  )
}
