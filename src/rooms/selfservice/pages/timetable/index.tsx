import { dayOf, MINUTE_MS } from '@domain/kernel/time'
import type { DayType } from '@domain/selfservice/serviceDays'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type api, clockOffsetMs, type Output, usePullToRefresh, useServerNow } from '@/api'
import { usePageParams } from '@/rooms/usePageParams'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Segments } from '@/ui/segments/Segments'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { dayTypeNames, sayDayOfWeek } from '../../shuttle/busWords'
import { Unannounced } from '../../shuttle/Unannounced'
import { useTimetable } from '../../shuttle/useLine'
import { boardingStops, directionsOf } from '../../shuttle/wayOf'
import { Hours } from './Hours'
import { Moves } from './Moves'
import { spanOf } from './timesByHour'
import './timetable.scss'

type Opened = Output<typeof api.selfservice.openTimetable>
type Sample = Opened['samples'][number]

function TimetableSkeleton() {
  return (
    <View className="timetable">
      <SkeletonBlock height={44} />
      <SkeletonBlock height={240} />
      <SkeletonBlock height={160} />
    </View>
  )
}

/** Of which day the times are, so that nobody takes an example for every day. */
function sayOfWhichDay({ type, on, note }: Sample, today: string): string {
  if (on === null) return '日历里一年内没有这样的日子。'
  const named = note ? `${sayDayOfWeek(on)}，${note}` : sayDayOfWeek(on)
  if (on === today) return `今天是${note ?? dayTypeNames[type]}。圈出的是下一班，灰色已经开走。`
  return `按下一个${dayTypeNames[type]}（${named}）的班次。`
}

/** Which way, from which stop, on which sort of day. */
function useChoice(opened: Opened, asked: string | undefined, now: number) {
  const directions = directionsOf(opened)
  const [wanted, setWanted] = useState(asked ?? opened.favourite?.[0]?.directionId)
  const direction = directions.find(({ directionId }) => directionId === wanted) ?? directions[0]
  const [stops, setStops] = useState<Record<string, string>>({})
  const boarding = direction ? boardingStops(opened, direction) : []
  const own = opened.favourite?.find(({ directionId }) => directionId === direction?.directionId)?.stopId
  const stopId = stops[direction?.directionId ?? ''] ?? own
  const stop = boarding.find(one => one.stopId === stopId) ?? boarding[0]
  const today = opened.samples.find(({ on }) => on === dayOf(now))
  const [type, setType] = useState<DayType>(today?.type ?? 'working')
  return {
    ...{ directions, direction, boarding, stop, type, setType, setWanted },
    choose: (id: string) => setStops(before => ({ ...before, [direction?.directionId ?? '']: id })),
  }
}

function Timetable({ opened, asked, now }: { opened: Opened; asked: string | undefined; now: number }) {
  const choice = useChoice(opened, asked, now)
  const [choosing, setChoosing] = useState(false)
  const { direction, stop, boarding, directions, type } = choice
  const sample = opened.samples.find(one => one.type === type)
  if (!direction || !stop || !sample) return null
  const from = { directionId: direction.directionId, stopId: stop.stopId }
  const back = directions.find(one => one !== direction)
  const backFrom = back && boardingStops(opened, back)[0]
  return (
    <View className="timetable">
      <Segments
        even
        segments={opened.samples.map(one => ({ key: one.type, text: dayTypeNames[one.type] }))}
        value={type}
        onChange={choice.setType}
      />
      <SectionHeader
        title={`${stop.name} → ${direction.headsign}`}
        more="换一站"
        onMore={() => setChoosing(true)}
      />
      <Hours sheet={opened.sheet} on={sample.on} from={from} now={sample.on === dayOf(now) ? now : null} />
      <View className="t12 secondary">{sayOfWhichDay(sample, dayOf(now))}</View>
      <Unannounced year={sample.unannounced ?? opened.unannounced} />
      <Moves {...{ opened, sample, from, now }} />
      {back && backFrom && sample.on ? (
        <Card padding="none">
          <ListRow
            lead="swap"
            title={`回程，开往${back.headsign}`}
            end={spanOf(opened.sheet, sample.on, { directionId: back.directionId, stopId: backFrom.stopId })}
            onTap={() => choice.setWanted(back.directionId)}
          />
        </Card>
      ) : null}
      <View className="t12 secondary">时刻表第 {opened.version} 版。没有网络时按这一版显示。</View>
      <Sheet open={choosing} title="从哪一站上车" onClose={() => setChoosing(false)}>
        {boarding.map(({ stopId, name, note }) => (
          <ListRow
            key={stopId}
            title={name}
            meta={note || undefined}
            end={stopId === stop.stopId ? '现在看的' : undefined}
            onTap={() => {
              choice.choose(stopId)
              setChoosing(false)
            }}
          />
        ))}
      </Sheet>
    </View>
  )
}

/** A line's times by type of day, what becomes of them, and the way back. */
export default function TimetablePage() {
  const { lineId = '', directionId } = usePageParams()
  const query = useTimetable(lineId)
  usePullToRefresh(query.refetch)
  const now = useServerNow(clockOffsetMs(query), MINUTE_MS / 4)
  const name = query.data?.line.name
  return (
    <Screen
      nav={<Nav title={name ? `${name}时刻表` : '时刻表'} />}
      query={query}
      skeleton={<TimetableSkeleton />}
    >
      {opened => <Timetable opened={opened} asked={directionId} now={now} />}
    </Screen>
  )
}
