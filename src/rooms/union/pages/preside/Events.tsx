import { spanLabel } from '@domain/booking/wording'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SeatMeter } from '../../SeatMeter'

type Opened = Output<typeof api.union.openPresidency>
type Event = Opened['events'][number]

function Day({ at }: { at: number }) {
  return (
    <View className="preside__day">
      <View className="t20 bold">{inChina(at).format('D')}</View>
      <View className="t12 secondary">{inChina(at).format('M 月')}</View>
    </View>
  )
}

/** Nobody has a seat before the union has agreed: until then the row leads to the event itself. */
function Row({ event, now, isNext }: { event: Event; now: number; isNext: boolean }) {
  const { eventId, title, startsAt, endsAt, venue, taken, capacity, state } = event
  const when = `${spanLabel(startsAt, endsAt)} · ${venue.name}`
  const lead = <Day at={startsAt} />
  if (state === 'proposed')
    return (
      <ListRow
        lead={lead}
        title={title}
        meta={when}
        end={<Badge>等工会同意</Badge>}
        onTap={() => openPage('union/event', { eventId })}
      />
    )
  const seats = taken >= capacity ? `报满了，${taken} 位` : `报了 ${taken} / ${capacity} 位`
  return (
    <ListRow
      lead={lead}
      title={title}
      meta={[
        when,
        isNext ? (
          <View key="meter" className="preside__meter">
            <SeatMeter taken={taken} capacity={capacity} />
          </View>
        ) : null,
        `${seats} · 名单与签到`,
      ].filter(line => line !== null)}
      end={now >= startsAt ? <Badge tone="accent">正在进行</Badge> : null}
      onTap={() => openPage('booking/host', { sessionId: eventId })}
    />
  )
}

/** What the association has ahead, the next on top: how many come, and the way to who they are and to the door. */
export function Events({ association: { associationId }, events, now }: Opened) {
  const next = events.find(({ state }) => state === 'open')
  const arrange = () => openPage('union/eventEdit', { associationId })
  return (
    <Card padding="none">
      <SectionHeader title="活动" {...(events.length > 0 ? { more: '办一场活动', onMore: arrange } : {})} />
      {events.map(event => (
        <Row key={event.eventId} {...{ event, now }} isNext={event === next} />
      ))}
      {events.length > 0 ? null : (
        <ListRow lead="cal" title="办一场活动" meta="还没有要来的活动" onTap={arrange} />
      )}
    </Card>
  )
}
