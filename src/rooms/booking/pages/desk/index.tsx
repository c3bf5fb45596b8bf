import { type Day, dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayClosed } from '../../centre/closedWords'
import { saySpans } from '../../centre/hoursWords'
import { DayTurn } from '../../DayTurn'
import type { DoorList } from '../../scanQueue'
import { DayList } from './DayList'
import './desk.scss'
import { Door } from './Door'
import { useDeskScans } from './useDeskScans'

type Opened = Output<typeof api.booking.openDesk>

function Figures({ attended, expected, hours, closures }: Opened) {
  const closed = hours.spans.length === 0
  const [next] = closures
  return (
    <Card>
      <View className="desk__figures">
        <View className="t28 bold">
          {attended} / {expected}
        </View>
        <View className="t12 secondary">
          位到了 · {closed ? '这天不开放' : `${saySpans(hours.spans)} 开放`}
          {hours.note === null ? '' : ` · ${hours.note}`}
        </View>
      </View>
      {next ? (
        <View className="t12 secondary mt-8">
          下一次闭馆 {sayClosed(next)}：{next.reason}
        </View>
      ) : null}
    </Card>
  )
}

function Tools({ centreId }: { centreId: string }) {
  return (
    <View className="desk__tools">
      <Button
        kind="secondary"
        size="small"
        icon="lock"
        onTap={() => openPage('booking/closures', { centreId })}
      >
        闭馆
      </Button>
      <Button
        kind="secondary"
        size="small"
        icon="pen"
        onTap={() => openPage('booking/centreEdit', { centreId })}
      >
        编辑中心
      </Button>
      <Button
        kind="secondary"
        size="small"
        icon="chart"
        onTap={() => openPage('booking/centreStats', { centreId })}
      >
        数据
      </Button>
    </View>
  )
}

/** As many as the desk's answer holds at most. */
const VISITORS_MAX = 1_000

/** Whom the desk expects; another day's list says nothing of who comes now. */
function listOf({ visitors, on, now }: Opened): DoorList {
  const seated = visitors.filter(({ state }) => state === 'confirmed' || state === 'attended')
  return {
    expected: seated.map(({ placeId, person, shortCode }) => ({ placeId, name: person.name, shortCode })),
    isWhole: on === dayOf(now) && visitors.length < VISITORS_MAX,
  }
}

function Desk({ opened, onDay }: { opened: Opened; onDay: (on: Day) => void }) {
  const { centreId, on, now } = opened
  const [typed, setTyped] = useState('')
  const scans = useDeskScans(centreId, listOf(opened))
  return (
    <View className="pad column gap-12">
      <DayTurn on={on} today={dayOf(now)} onDay={onDay} />
      <Figures {...opened} />
      <Door centreId={centreId} kinds={opened.kinds} scans={scans} typed={typed} onTyped={setTyped} />
      <Tools centreId={centreId} />
      <DayList opened={opened} typed={typed} scans={scans} />
    </View>
  )
}

/** A centre's desk: who comes today, who is there, and what else there is to do. */
export default function DeskPage() {
  const { centreId: asked } = usePageParams()
  const [centreId, setCentreId] = useState(asked)
  const [on, setOn] = useState<Day>()
  const input = { ...(centreId === undefined ? {} : { centreId }), ...(on === undefined ? {} : { on }) }
  const query = useQueryOf(api.booking.openDesk, input, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title="体验中心前台" />}
      side={<DeskMenu here="booking/desk" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
    >
      {opened => (
        <>
          {opened.centres.length > 1 ? (
            <ChipRow>
              {opened.centres.map(centre => (
                <Chip
                  key={centre.centreId}
                  on={centre.centreId === opened.centreId}
                  onTap={() => setCentreId(centre.centreId)}
                >
                  {centre.name}
                </Chip>
              ))}
            </ChipRow>
          ) : (
            <View className="pad t16 medium">{opened.centres[0]?.name}</View>
          )}
          <Desk key={opened.centreId} opened={opened} onDay={setOn} />
        </>
      )}
    </Screen>
  )
}
