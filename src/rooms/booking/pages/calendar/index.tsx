import { dayOf, type Month, monthOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Calendar } from '@/ui/calendar/Calendar'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayDate } from '../../centre/hoursWords'
import '../../facility/facility.scss'
import { hoursOf } from '../../facility/facilityWords'
import { kindIcons, openTicket, type Place, placeTones, standingAt, titleOf, whatFor } from '../../placeWords'

type Opened = Output<typeof api.booking.openCalendar>

const GONE: readonly Place['state'][] = ['cancelled', 'declined', 'expired', 'calledOff']

/** How much there is on each day; what was given up does not count. */
function marksOf(places: readonly Place[]): Record<string, number> {
  const marks: Record<string, number> = {}
  for (const { startsAt, state } of places)
    if (!GONE.includes(state)) marks[dayOf(startsAt)] = (marks[dayOf(startsAt)] ?? 0) + 1
  return marks
}

function MonthOfMine({ opened, onMonth }: { opened: Opened; onMonth: (month: Month) => void }) {
  const { month, now } = opened
  const places = opened.places.map(place => standingAt(place, now))
  const today = dayOf(now)
  const [chosen, setChosen] = useState<string>()
  const on = chosen ?? (monthOf(now) === month ? today : undefined)
  const shown = on === undefined ? places : places.filter(({ startsAt }) => dayOf(startsAt) === on)
  return (
    <View className="pad column gap-12">
      <Card>
        <Calendar
          month={month}
          onMonth={onMonth}
          today={today}
          marks={marksOf(places)}
          markUnit="项"
          from={on}
          to={on}
          onDay={setChosen}
        />
      </Card>
      <Card padding="none">
        <SectionHeader title={on === undefined ? '这个月' : sayDate(on)} more={`${shown.length} 项`} />
        {shown.length === 0 ? <View className="t14 secondary facility__none">没有安排。</View> : null}
        {shown.map(place => (
          <ListRow
            key={place.placeId}
            lead={kindIcons[place.kind]}
            title={place.title}
            meta={[...whatFor(place), hoursOf(place.startsAt, place.endsAt), place.venue]}
            end={<Badge tone={placeTones[place.state]}>{titleOf(place)}</Badge>}
            onTap={() => openTicket(place)}
          />
        ))}
      </Card>
    </View>
  )
}

/** Everything I have signed up for, by day: lessons, courts, events, visits. */
export default function CalendarPage() {
  const [month, setMonth] = useState(() => monthOf(Date.now()))
  const query = useQueryOf(api.booking.openCalendar, { month }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title="我的日历" />}
      query={query}
      skeleton={
        <View className="pad column gap-12">
          <SkeletonBlock height={340} />
          <SkeletonBlock height={120} />
        </View>
      }
    >
      {opened => <MonthOfMine key={opened.month} opened={opened} onMonth={setMonth} />}
    </Screen>
  )
}
