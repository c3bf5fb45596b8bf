import type { Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { busPlace, type Way } from './alongWay'
import { BusLine } from './BusLine'
import { sayNext, sayTime } from './busWords'
import './nextBus.scss'

export interface Ride {
  lineId: string
  directionId: '0' | '1'
  name: string
  headsign: string
  stopName: string
  stopNote: string
  departures: number[]
  way: Way | null
}

const AFTERWARDS_SHOWN = 2
const TIMETABLE_ONLY = '按时刻表，不是实时位置'

/** Those that have not left yet; the phone goes on counting where the network does not reach. */
export function ahead({ departures }: Pick<Ride, 'departures'>, now: Instant): number[] {
  return departures.filter(at => at >= now)
}

/** The way of the bus that comes next: the one of the answer, until that has left. */
function wayOfNext({ way, departures }: Ride, next: Instant): Way | null {
  return next === departures[0] ? way : null
}

const openRide = ({ lineId, directionId }: Ride) => openPage('selfservice/line', { lineId, directionId })

/** The bus that leaves next from one of my stops: the one number of the page. */
export function NextBus({ ride, now }: { ride: Ride; now: Instant }) {
  const [next, ...later] = ahead(ride, now)
  if (next === undefined)
    return (
      <Card onTap={() => openRide(ride)}>
        <View className="t16 medium">{ride.stopName}近期没有班次</View>
        <View className="t14 secondary mt-4">{ride.name}可能改了站，点开换一站。</View>
      </Card>
    )
  const { big, rest } = sayNext(next, now, ride.stopName)
  const way = wayOfNext(ride, next)
  const onItsWay = way !== null && busPlace(way, now) !== null
  const afterwards = later.slice(0, AFTERWARDS_SHOWN).map(at => sayTime(at, now))
  return (
    <Card onTap={() => openRide(ride)}>
      <View className="row row--between gap-8">
        <View className="next-bus__line t16 medium">
          {ride.name} · 开往{ride.headsign}
        </View>
        <View className="next-bus__more t12 secondary">
          <View>我的站</View>
          <Icon name="next" size={16} />
        </View>
      </View>
      <View className="next-bus mt-4">
        <View className="t28 bold">{big}</View>
        <View className="t16 secondary">{rest}</View>
      </View>
      {way ? <BusLine way={way} now={now} /> : null}
      <View className={`row row--between next-bus__meta t12 secondary ${way ? 'mt-12' : 'mt-4'}`}>
        <View>{onItsWay ? TIMETABLE_ONLY : ride.stopNote || TIMETABLE_ONLY}</View>
        {afterwards.length > 0 ? <View className="nowrap">之后 {afterwards.join(' · ')}</View> : null}
      </View>
    </Card>
  )
}

/** My other stops, the one that is served next first. */
export function OtherRides({ rides, now }: { rides: readonly Ride[]; now: Instant }) {
  if (rides.length === 0) return null
  return (
    <Card padding="none">
      {rides.map(ride => {
        const [next] = ahead(ride, now)
        return (
          <ListRow
            key={`${ride.lineId} ${ride.directionId}`}
            lead="bus"
            title={ride.stopName}
            meta={`${ride.name} · 开往${ride.headsign}`}
            end={next === undefined ? '近期没有班次' : sayTime(next, now)}
            onTap={() => openRide(ride)}
          />
        )
      })}
    </Card>
  )
}
