import { type Day, dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, api, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage, type RoomPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import type { IconName } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { DayTurn } from '../../DayTurn'
import '../../facility/facility.scss'
import type { Lesson } from '../../facility/facilityWords'
import type { DoorList } from '../../scanQueue'
import { CloseSheet } from './CloseSheet'
import { Closures } from './Closures'
import { DayList, type OpenDesk } from './DayList'
import { LessonSheet } from './LessonSheet'
import { ScanCard } from './ScanCard'
import { useFacilityScans } from './useFacilityScans'

interface ToolsProps {
  facilityId: string
  mayAdd: boolean
  onClose: () => void
}

function Tools({ facilityId, mayAdd, onClose }: ToolsProps) {
  const leads: readonly { icon: IconName; words: string; page: RoomPage }[] = [
    { icon: 'gear', words: '课程与规则', page: 'booking/facilityEdit' },
    { icon: 'pin', words: '资料与场地', page: 'booking/facilityPlace' },
    { icon: 'chart', words: '数据', page: 'booking/facilityFigures' },
  ]
  return (
    <View className="facility__tools">
      <Button kind="secondary" size="small" icon="lock" onTap={onClose}>
        停用
      </Button>
      {leads.map(({ icon, words, page }) => (
        <Button
          key={page}
          kind="secondary"
          size="small"
          icon={icon}
          onTap={() => openPage(page, { facilityId })}
        >
          {words}
        </Button>
      ))}
      {mayAdd ? (
        <Button kind="secondary" size="small" icon="plus" onTap={() => openPage('booking/facilityPlace')}>
          加一处
        </Button>
      ) : null}
    </View>
  )
}

/** Whom it expects, of those whom one may know; others may have booked a room where nobody learns who. */
function listOf({ participants }: OpenDesk): DoorList {
  const known = participants.flatMap(({ placeId, person, shortCode, state }) =>
    person !== null && (state === 'confirmed' || state === 'attended')
      ? [{ placeId, name: person.name, shortCode }]
      : [],
  )
  return { expected: known, isWhole: false }
}

function Desk({ opened, onDay }: { opened: OpenDesk; onDay: (on: Day) => void }) {
  const { facilityId, on, now, attended, expected, appeals, closures, doorCode, isPrivate } = opened
  const [closing, setClosing] = useState(false)
  const [lesson, setLesson] = useState<Lesson>()
  const scans = useFacilityScans(facilityId, listOf(opened))
  return (
    <View className="pad column gap-12">
      <DayTurn on={on} today={dayOf(now)} onDay={onDay} />
      <Card>
        <View className="t28 bold">
          {attended} / {expected}
        </View>
        <View className="t12 secondary">人到了</View>
      </Card>
      {isPrivate ? null : (
        <Card padding="none">
          <ListRow
            lead="history"
            title="缺席与说明"
            meta="谁约了没来，谁在停约"
            end={appeals > 0 ? <Badge tone="accent">{`${appeals} 件等你`}</Badge> : undefined}
            onTap={() => openPage('booking/noShows', { facilityId })}
          />
        </Card>
      )}
      <ScanCard scans={scans} doorCode={doorCode} />
      <Tools facilityId={facilityId} mayAdd={opened.mayAdd} onClose={() => setClosing(true)} />
      <Closures closures={closures} />
      <DayList opened={opened} scans={scans} onChange={setLesson} />
      <CloseSheet
        open={closing}
        facilityId={facilityId}
        units={opened.units}
        now={now}
        onClose={() => setClosing(false)}
      />
      <LessonSheet facilityId={facilityId} lesson={lesson} onClose={() => setLesson(undefined)} />
    </View>
  )
}

const first = { label: '加第一处', onTap: () => openPage('booking/facilityPlace') }

/** A gym or a venue for those who run it: who comes today, who is there, and what else there is to do. */
export default function FacilityPage() {
  const { facilityId: asked } = usePageParams()
  const [facilityId, setFacilityId] = useState(asked)
  const [on, setOn] = useState<Day>()
  const input = { ...(facilityId === undefined ? {} : { facilityId }), ...(on === undefined ? {} : { on }) }
  const query = useQueryOf(api.booking.openFacilityDesk, input, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  const hasNone = query.error instanceof ApiError && query.error.code === 'BOOKING_NO_FACILITY'
  return (
    <Screen
      nav={<Nav title="健身与场馆" />}
      side={<DeskMenu here="booking/facility" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
      {...(hasNone ? { elsewhere: first } : {})}
    >
      {opened => {
        const isManySited = new Set(opened.facilities.map(({ site }) => site)).size > 1
        return (
          <>
            {opened.facilities.length > 1 ? (
              <ChipRow>
                {opened.facilities.map(one => (
                  <Chip
                    key={one.facilityId}
                    on={one.facilityId === opened.facilityId}
                    onTap={() => setFacilityId(one.facilityId)}
                  >
                    {isManySited ? `${one.site} · ${one.name}` : one.name}
                  </Chip>
                ))}
              </ChipRow>
            ) : null}
            <Desk key={opened.facilityId} opened={opened} onDay={setOn} />
          </>
        )
      }}
    </Screen>
  )
}
