import { weekdayLabel } from '@domain/booking/wording'
import { dayOf, startOfDay } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { usePageParams } from '@/rooms/usePageParams'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { DayStrip } from '@/ui/slots/DayStrip'
import { sayDate, saySpans } from '../../centre/hoursWords'
import { BookSheet, type Wanted } from '../../facility/BookSheet'
import '../../facility/facility.scss'
import { type Cell, hoursOf, type OpenVenueDay } from '../../facility/facilityWords'
import { Legend } from '../../facility/Legend'
import { PauseCard } from '../../facility/PauseCard'
import { useWanted } from '../../facility/useWanted'
import { CourtGrid } from './CourtGrid'

function wantedOf({ venue }: OpenVenueDay, cell: Cell): Wanted {
  const { unitId, startsAt, endsAt } = cell
  return {
    subjectId: unitId,
    slotAt: startsAt,
    name: venue.units.find(unit => unit.unitId === unitId)?.name ?? venue.name,
    meta: `${sayDate(dayOf(startsAt))} ${hoursOf(startsAt, endsAt)} · ${venue.name} · ${venue.place}`,
    seats: 1,
    slot: cell,
  }
}

const dayWords = ({ left, sort, note }: OpenVenueDay['days'][number]) =>
  left > 0 ? `余 ${left}` : sort === 'rest' || sort === 'holiday' ? (note ?? '休') : '满'

function Head({ venue }: OpenVenueDay) {
  const { name, place, coverFileId, advice, isPrivate } = venue
  return (
    <Card padding="compact">
      <View className="row gap-12">
        <Picture src={fileUrl(coverFileId)} alt="" width={72} height={72} />
        <View className="grow">
          <View className="t16 medium">{name}</View>
          <View className="t12 secondary mt-4">{place}</View>
          <View className="t12 secondary">
            {isPrivate ? '只显示有没有人约，谁约的没有人看得到。' : advice}
          </View>
        </View>
      </View>
    </Card>
  )
}

function VenueDay({ opened, onDay }: { opened: OpenVenueDay; onDay: (on: string) => void }) {
  const { days, on, hours, cells, rules, standing, balance, plans, atOnceMax, fullWeeks, now } = opened
  const { wanted, last, ask, close } = useWanted()
  return (
    <>
      <View className="pad column gap-12">
        <Head {...opened} />
        <PauseCard standing={standing} now={now} />
        <Card padding="none">
          <View className="facility__strip">
            <DayStrip
              days={days.map(day => ({ on: day.on, words: dayWords(day), quiet: day.left === 0 }))}
              today={dayOf(now)}
              value={on}
              onChange={onDay}
            />
          </View>
        </Card>
        <View className="t14 secondary">
          {sayDate(on)} {weekdayLabel(startOfDay(on))} · {saySpans(hours.spans)}
        </View>
        <Card padding="none">
          {cells.length === 0 ? (
            <View className="t14 secondary facility__none">这一天不开放，换一天看看。</View>
          ) : (
            <CourtGrid opened={opened} onCell={cell => ask(wantedOf(opened, cell))} />
          )}
        </Card>
        <Legend words={{ mine: '我的', open: '能约', full: '有人约，可候补', off: '约不了' }} />
      </View>
      <BookSheet
        {...{ wanted, last, rules, standing, balance, plans, atOnceMax, fullWeeks, now }}
        counted="这个场地"
        others={cells.map(cell => wantedOf(opened, cell))}
        onClose={close}
      />
    </>
  )
}

/** A venue's courts or rooms by the hour, one day at a time. */
export default function VenueDayPage() {
  const { facilityId = '' } = usePageParams()
  const [on, setOn] = useState<string>()
  const input = { facilityId, ...(on === undefined ? {} : { on }) }
  const query = useQueryOf(api.booking.openVenueDay, input, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title={query.data?.venue.name ?? '场馆'} />}
      query={query}
      skeleton={
        <View className="pad column gap-12">
          <SkeletonBlock height={96} />
          <SkeletonBlock height={88} />
          <SkeletonBlock height={360} />
        </View>
      }
    >
      {opened => <VenueDay opened={opened} onDay={setOn} />}
    </Screen>
  )
}
