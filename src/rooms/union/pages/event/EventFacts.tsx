import { momentLabel, spanLabel } from '@domain/booking/wording'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { api, Output } from '@/api'
import { sayUntil } from '@/rooms/booking/public'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SeatMeter } from '../../SeatMeter'
import { Words } from '../../Words'

type Opened = Output<typeof api.union.openEvent>
type Event = Opened['event']

/** How close the map opens: streets, as WeChat numbers it. */
const MAP_SCALE = 16

function openMap({ name, address, latitude, longitude }: Event['venue']): void {
  if (latitude === undefined || longitude === undefined) return
  void Taro.openLocation({ name, address, latitude, longitude, scale: MAP_SCALE })
}

function When({ event, now }: Opened) {
  return (
    <View className="event__fact">
      <Icon name="clock" />
      <View className="grow">
        <View className="t16">{spanLabel(event.startsAt, event.endsAt)}</View>
        <View className="t12 secondary">
          {now < event.joinUntil ? `${momentLabel(event.joinUntil, now)} 报名截止` : '报名已截止'}
        </View>
      </View>
    </View>
  )
}

/** Where it is; with a point on the map the row leads there. */
function Where({ venue }: Pick<Event, 'venue'>) {
  const isOnMap = venue.latitude !== undefined && venue.longitude !== undefined
  return (
    <View className="event__fact" {...(isOnMap ? { ...tappable(), onClick: () => openMap(venue) } : {})}>
      <Icon name="pin" />
      <View className="grow">
        <View className="t16">{venue.name}</View>
        {venue.address ? <View className="t12 secondary">{venue.address}</View> : null}
      </View>
      {isOnMap ? <View className="t14 accent nowrap">导航</View> : null}
    </View>
  )
}

/** How full it is, while that still matters. */
function Seats({ event, waiting, now }: Opened) {
  const { taken, capacity, endsAt } = event
  if (now >= endsAt) return null
  const left = Math.max(0, capacity - taken)
  return (
    <View className="mt-16">
      <View className="row row--between gap-12 t14">
        <View>{left === 0 ? `${capacity} 个名额已满` : `还有 ${left} 个名额，共 ${capacity} 个`}</View>
        {waiting > 0 ? <View className="t12 secondary">候补 {waiting} 人</View> : null}
      </View>
      <View className="mt-8">
        <SeatMeter taken={taken} capacity={capacity} />
      </View>
    </View>
  )
}

/** What it is, when, where, and how many seats are left. */
export function EventHead(opened: Opened) {
  const { event } = opened
  const { associationId, associationName } = event
  return (
    <View className="event__head">
      <View className="row gap-8">
        <View
          className="event__association"
          {...tappable(associationName)}
          onClick={() => openPage('union/association', { associationId })}
        >
          <Badge>{associationName}</Badge>
        </View>
        {event.membersOnly ? <Badge>限会员</Badge> : null}
        {event.state === 'calledOff' ? <Badge tone="bad">已取消</Badge> : null}
      </View>
      <View className="t20 bold">{event.title}</View>
      <When {...opened} />
      <Where venue={event.venue} />
      <Seats {...opened} />
    </View>
  )
}

/** What whoever signs up is asked: for whoever runs or judges the event, who never see the form. */
export function EventQuestions({ event, approval }: Opened) {
  if (event.questions.length === 0 || !(event.hosting || approval !== null)) return null
  return (
    <Card padding="none">
      <SectionHeader title="报名时会问" />
      {event.questions.map(({ questionId, title, options }) => (
        <KeyValueRow key={questionId} label={title} ruled>
          {options.length > 0 ? options.join('、') : '自己填'}
        </KeyValueRow>
      ))}
    </Card>
  )
}

/** The host's own words, and what one should know before signing up. */
export function EventWords({ event, earns, now }: Opened) {
  const { body, host, fee, partyMax, cancelUntil } = event
  return (
    <>
      <Card>
        <Words blocks={body} />
      </Card>
      <Card padding="none">
        <KeyValueRow label="发起人" ruled>
          {[host.name, host.department].filter(part => part !== '').join(' · ')}
        </KeyValueRow>
        <KeyValueRow label="报名费" ruled>
          {fee > 0 ? `每份报名 ${grouped(fee)} 沃币` : '不收费'}
        </KeyValueRow>
        {partyMax > 1 ? (
          <KeyValueRow label="同行" ruled>
            连自己最多 {partyMax} 位
          </KeyValueRow>
        ) : null}
        {earns > 0 ? (
          <KeyValueRow label="签到之后" ruled>
            <Coin amount={earns} signed marked />
          </KeyValueRow>
        ) : null}
        <KeyValueRow label="退出" ruled>
          {sayUntil(cancelUntil, now, { can: '', cannot: '已经过了时间' })}
        </KeyValueRow>
      </Card>
    </>
  )
}
