import { dayOf, inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Calendar } from '@/ui/calendar/Calendar'
import { Card } from '@/ui/card/Card'
import { sayClock } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { saySeats } from '../../EventRow'

type Event = Output<typeof api.union.openAssociation>['events'][number]

function EventRow({ event }: { event: Event }) {
  const { eventId, title, venue, startsAt } = event
  return (
    <ListRow
      title={title}
      meta={`${inChina(startsAt).format('M 月 D 日')} ${sayClock(startsAt)} · ${venue.name}`}
      end={<View className="t12 secondary">{saySeats(event)}</View>}
      onTap={() => openPage('union/event', { eventId })}
    />
  )
}

/** The events to come of one association: marks on a month, and those of the day that is tapped. */
export function Activity({ events, now }: { events: Event[]; now: number }) {
  const today = dayOf(now)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [day, setDay] = useState<string>()
  const marks: Record<string, number> = {}
  for (const { startsAt } of events) marks[dayOf(startsAt)] = (marks[dayOf(startsAt)] ?? 0) + 1
  const shown = events.filter(({ startsAt }) =>
    day === undefined ? dayOf(startsAt).startsWith(month) : dayOf(startsAt) === day,
  )
  return (
    <Card padding="none">
      <SectionHeader title="活动日历" />
      <View className="association__calendar">
        <Calendar
          month={month}
          onMonth={next => {
            setMonth(next)
            setDay(undefined)
          }}
          today={today}
          marks={marks}
          markUnit="场活动"
          from={day}
          to={day}
          onDay={on => setDay(on === day ? undefined : on)}
        />
      </View>
      {shown.map(event => (
        <EventRow key={event.eventId} event={event} />
      ))}
      {shown.length === 0 ? (
        <View className="association__none">
          {day === undefined ? '这个月没有要来的活动' : '这一天没有要来的活动'}
        </View>
      ) : null}
    </Card>
  )
}
