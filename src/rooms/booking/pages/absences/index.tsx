import { momentLabel } from '@domain/booking/wording'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { AbsenceLines } from '../../facility/AbsenceLines'
import '../../facility/facility.scss'
import { pauseWords, sayAbsenceRule } from '../../facility/facilityWords'
import { placeQueries } from '../../outdated'

type Opened = Output<typeof api.booking.openAbsences>
type Facility = Opened['facilities'][number]
type Absence = Facility['absences'][number]

/** Why one did not come, once. */
function AppealSheet({ absence, onClose }: { absence: Absence | undefined; onClose: () => void }) {
  const placeId = absence?.placeId ?? ''
  const { draft, change, drop } = useDraft(`booking.appeal.${placeId}`, { words: '' })
  const appeal = useCommand(api.booking.appealAbsence, {
    outdates: [...placeQueries, api.booking.openAbsences],
    onDone: () => {
      drop()
      onClose()
      toast.show('说明送到了，管理员看过会告诉你')
    },
  })
  const words = draft.words.trim()
  return (
    <Sheet
      open={absence !== undefined}
      title="说明一下"
      onClose={onClose}
      note="每次缺席可以说明一次"
      action={
        <Button block disabled={[...words].length < 2} onTap={() => appeal.run({ placeId, words })}>
          交给管理员
        </Button>
      }
    >
      <Field
        label="那天怎么了"
        multiline
        maxLength={limits.reasonMax}
        value={draft.words}
        placeholder="生病、加班、出差，写清楚就好"
        onChange={typed => change({ words: typed })}
      />
    </Sheet>
  )
}

function Standing({
  facility,
  now,
  onAppeal,
}: {
  facility: Facility
  now: number
  onAppeal: (absence: Absence) => void
}) {
  const { name, standing, absences } = facility
  const pause = pauseWords(standing, now)
  return (
    <Card padding="none">
      <SectionHeader title={name} more={pause === undefined ? undefined : <Badge tone="bad">停约中</Badge>} />
      <View className="facility__lesson">
        <View className="t16 medium">{pause ?? '可以正常预约'}</View>
        <View className="t12 secondary mt-4">
          {sayAbsenceRule(standing)}
          {standing.absencesMax > 0 && pause === undefined ? `，现在算 ${standing.counting} 次` : ''}。
        </View>
      </View>
      {absences.map(absence => (
        <View key={absence.placeId} className="facility__lesson">
          <AbsenceLines absence={absence} when={momentLabel(absence.startsAt, now)} />
          {absence.state === 'absent' && absence.appeal === null ? (
            <View className="facility__tools mt-8">
              <Button kind="secondary" size="small" onTap={() => onAppeal(absence)}>
                说明一下
              </Button>
            </View>
          ) : null}
        </View>
      ))}
    </Card>
  )
}

/** What I did not come to: which ones count, until when I am paused, and a word to whoever decides. */
export default function AbsencesPage() {
  const query = useQueryOf(api.booking.openAbsences, {}, { staleMs: 0 })
  const [asked, setAsked] = useState<Absence>()
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="缺席记录" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ facilities }) => facilities.length === 0}
      empty={{ title: '没有缺席过', sentence: '约了都来了。去不了的时候早点取消，位子能让给同事。' }}
    >
      {({ facilities, now }) => (
        <View className="pad column gap-12">
          {facilities.map(facility => (
            <Standing key={facility.facilityId} facility={facility} now={now} onAppeal={setAsked} />
          ))}
          <AppealSheet absence={asked} onClose={() => setAsked(undefined)} />
        </View>
      )}
    </Screen>
  )
}
