import { SECOND_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type api, clockOffsetMs, type Output, usePullToRefresh, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayDay } from '../../shuttle/busWords'
import { ChangeCard } from '../../shuttle/ChangeCard'
import { LineMap } from '../../shuttle/LineMap'
import { Unannounced } from '../../shuttle/Unannounced'
import { useLine } from '../../shuttle/useLine'
import { boardingStops, directionsOf, nextAt, sayMove } from '../../shuttle/wayOf'
import { LineHead } from './LineHead'
import './line.scss'
import { StopRow } from './StopRow'
import { StopSheet } from './StopSheet'
import { useFavour } from './useFavour'

type Opened = Output<typeof api.selfservice.openLine>

const TICK_MS = 5 * SECOND_MS

function LineSkeleton() {
  return (
    <View className="line">
      <SkeletonBlock height={128} />
      <SkeletonBlock height={196} />
      <SkeletonBlock height={360} />
    </View>
  )
}

/** Which way one looks at, and the stop that counts on it. */
function useWay(opened: Opened, asked: string | undefined) {
  const directions = directionsOf(opened)
  const favoured = opened.favourite?.[0]?.directionId
  const [chosen, setChosen] = useState(asked ?? favoured)
  const direction = directions.find(({ directionId }) => directionId === chosen) ?? directions[0]
  const other = directions.find(one => one !== direction)
  const boarding = direction ? boardingStops(opened, direction) : []
  const own = opened.favourite?.find(({ directionId }) => directionId === direction?.directionId)?.stopId
  const stop = boarding.find(({ stopId }) => stopId === own) ?? boarding[0]
  return { direction, boarding, own, stop, turn: other && (() => setChosen(other.directionId)) }
}

interface LineProps {
  opened: Opened
  now: number
  asked: string | undefined
}

function Line({ opened, now, asked }: LineProps) {
  const { direction, boarding, own, stop, turn } = useWay(opened, asked)
  const [shown, setShown] = useState<string>()
  const [last, setLast] = useState<string>()
  const favour = useFavour(opened.line.lineId)
  if (!direction || !stop) return null
  const from = { directionId: direction.directionId, stopId: stop.stopId }
  const { next, later, way } = nextAt(opened, from, now)
  const { upcoming } = opened
  const ask = (stopId: string) => {
    setShown(stopId)
    setLast(stopId)
  }
  const asking = shown ?? last
  return (
    <View className="line">
      <LineHead {...{ direction, next, later, now }} stopName={stop.name} onTurn={turn} />
      {upcoming ? (
        <ChangeCard
          title={`${sayDay(upcoming.effectiveOn)}起，${upcoming.words}`}
          words={(next && sayMove(opened, next, from)) || upcoming.note}
          onTap={() => openTimes(opened, from.directionId)}
        />
      ) : null}
      <Card padding="none">
        <SectionHeader title="这一班经过" more="计划时间" />
        <View className="way">
          {way.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
            <StopRow key={index} stop={one} onTap={() => ask(one.stopId)} />
          ))}
        </View>
      </Card>
      <LineMap
        stops={direction.stopIds.flatMap(id => opened.stops.find(({ stopId }) => stopId === id) ?? [])}
        mine={stop.stopId}
      />
      {opened.line.note ? <View className="t12 secondary line__note">{opened.line.note}</View> : null}
      <Unannounced year={opened.unannounced} />
      <LineBar
        favoured={own !== undefined}
        onTimes={() => openTimes(opened, from.directionId)}
        onFavour={() => favour.choose(direction.directionId, stop.stopId)}
        onLeave={favour.leave}
        stopName={stop.name}
      />
      <StopSheet
        stop={opened.stops.find(({ stopId }) => stopId === asking)}
        open={shown !== undefined}
        boarding={boarding.some(({ stopId }) => stopId === asking)}
        mine={own === asking}
        onClose={() => setShown(undefined)}
        onChoose={stopId => favour.choose(direction.directionId, stopId)}
      />
    </View>
  )
}

function openTimes({ line }: Opened, directionId: string): void {
  openPage('selfservice/timetable', { lineId: line.lineId, directionId })
}

interface LineBarProps {
  favoured: boolean
  stopName: string
  onTimes: () => void
  onFavour: () => Promise<unknown>
  onLeave: () => Promise<unknown>
}

function LineBar({ favoured, stopName, onTimes, onFavour, onLeave }: LineBarProps) {
  return (
    <BottomBar>
      <Button kind="secondary" icon="clock" onTap={onTimes}>
        时刻表
      </Button>
      {favoured ? (
        <Button kind="secondary" onTap={onLeave}>
          取消关注
        </Button>
      ) : (
        <Button icon="bell" onTap={onFavour} label={`关注这条线，我的站是${stopName}`}>
          关注这条线
        </Button>
      )}
    </BottomBar>
  )
}

/** One line: the next bus from my stop, its way stop by stop, where it is, and what changes. */
export default function LinePage() {
  const { lineId = '', directionId } = usePageParams()
  const query = useLine(lineId)
  usePullToRefresh(query.refetch)
  const now = useServerNow(clockOffsetMs(query), TICK_MS)
  const { data } = query
  return (
    <Screen nav={<Nav title={data?.line.name ?? '班车线路'} />} query={query} skeleton={<LineSkeleton />}>
      {opened => <Line opened={opened} now={now} asked={directionId} />}
    </Screen>
  )
}
