import { weekdayLabel } from '@domain/booking/wording'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { SeatMeter } from './SeatMeter'
import './eventRow.scss'

export type EventCard = Output<typeof api.union.listEvents>['events'][number]

/** 18 / 24, or that it is full and has a queue. */
export function saySeats({ taken, capacity, state }: Omit<EventCard, 'site'>): string {
  if (state === 'calledOff') return '已取消'
  return taken >= capacity ? '满 · 可候补' : `${taken} / ${capacity}`
}

interface EventRowProps {
  event: Omit<EventCard, 'site'>
  /** Whose it is, and where they are at home; where that does not go without saying. */
  whose?: string
}

/** An event as a card: its day, what and where, and how full it is. */
export function EventRow({ event, whose }: EventRowProps) {
  const { eventId, title, startsAt, venue, taken, capacity } = event
  const begins = inChina(startsAt)
  const seats = saySeats(event)
  return (
    <Card onTap={() => openPage('union/event', { eventId })}>
      <View className="event-row">
        <View className="event-row__day">
          <View className="t20 bold">{begins.format('D')}</View>
          <View className="t12 secondary">{weekdayLabel(startsAt)}</View>
        </View>
        <View className="event-row__words">
          <View className="t14 medium clamp-2">{title}</View>
          <View className="t12 secondary clamp-1">
            {begins.format('H:mm')} {venue.name}
          </View>
          {whose ? <View className="t12 secondary clamp-1">{whose}</View> : null}
        </View>
      </View>
      <View className="event-row__seats">
        <View className="grow">
          <SeatMeter taken={taken} capacity={capacity} />
        </View>
        <View className="t12 secondary nowrap">{seats}</View>
      </View>
    </Card>
  )
}
