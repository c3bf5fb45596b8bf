import { dayOf, inChina, type Month } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { openPage } from '@/rooms/open'
import { Calendar } from '@/ui/calendar/Calendar'
import { sayClock } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import './eventMonth.scss'
import { type EventCard, saySeats } from './EventRow'

type Event = Omit<EventCard, 'site'>

interface EventMonthProps<E extends Event> {
  month: Month
  onMonth: (month: Month) => void
  events: readonly E[]
  now: number
  /** What there is none of on a day or in a month: "要来的活动". */
  none: string
  /** Whose an event is, where that does not go without saying. */
  whoseOf?: (event: E) => string
}

function Row({ event, now, whose }: { event: Event; now: number; whose: string | undefined }) {
  const { eventId, title, venue, startsAt, endsAt } = event
  const when = `${inChina(startsAt).format('M 月 D 日')} ${sayClock(startsAt)} · ${venue.name}`
  return (
    <ListRow
      title={title}
      meta={whose === undefined ? when : [when, whose]}
      end={<View className="t12 secondary">{now < endsAt ? saySeats(event) : '办过了'}</View>}
      onTap={() => openPage('union/event', { eventId })}
    />
  )
}

/** Events on a month: marks, and below those of the day that is tapped, or all of the month. */
export function EventMonth<E extends Event>({ month, onMonth, ...props }: EventMonthProps<E>) {
  const { events, now, none, whoseOf } = props
  const [day, setDay] = useState<string>()
  const marks: Record<string, number> = {}
  for (const { startsAt } of events) marks[dayOf(startsAt)] = (marks[dayOf(startsAt)] ?? 0) + 1
  const shown = events.filter(({ startsAt }) =>
    day === undefined ? dayOf(startsAt).startsWith(month) : dayOf(startsAt) === day,
  )
  return (
    <>
      <View className="event-month">
        <Calendar
          month={month}
          onMonth={next => {
            onMonth(next)
            setDay(undefined)
          }}
          today={dayOf(now)}
          marks={marks}
          markUnit="场活动"
          from={day}
          to={day}
          onDay={on => setDay(on === day ? undefined : on)}
        />
      </View>
      {shown.map(event => (
        <Row key={event.eventId} event={event} now={now} whose={whoseOf?.(event)} />
      ))}
      {shown.length === 0 ? (
        <View className="event-month__none">
          {day === undefined ? '这个月' : '这一天'}没有{none}
        </View>
      ) : null}
    </>
  )
}
