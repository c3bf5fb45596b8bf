import { momentLabel } from '@domain/booking/wording'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { AbsenceLines } from '../../facility/AbsenceLines'
import '../../facility/facility.scss'
import { grouped } from '@domain/kernel/grouped'
import { pauseWords } from '../../facility/facilityWords'
import { facilityQueries } from '../../outdated'

type Opened = Output<typeof api.booking.listAbsences>
type Someone = Opened['people'][number]
type Absence = Someone['absences'][number]

/** Forgives an absence with its deposit, or leaves it, with a word to the person. */
function DecideSheet({ absence, onClose }: { absence: Absence | undefined; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const decide = useCommand(api.booking.decideAbsence, {
    outdates: facilityQueries,
    onDone: ({ state, returned }) => {
      setReason('')
      onClose()
      toast.show(
        state === 'absent'
          ? '还是算缺席，已经告诉对方'
          : returned > 0
            ? `不算缺席，退回 ${grouped(returned)} 沃币`
            : '不算缺席了',
      )
    },
  })
  const placeId = absence?.placeId ?? ''
  const words = reason.trim()
  const answer = (verdict: 'excuse' | 'keep') => decide.run({ placeId, verdict, reason: words })
  const isShort = [...words].length < limits.reasonMin
  return (
    <Sheet
      open={absence !== undefined}
      title="这次算不算缺席"
      onClose={onClose}
      note="免掉的押金会退回，不能再改回来"
      action={
        <>
          {absence?.appeal ? (
            <Button kind="secondary" disabled={isShort} onTap={() => answer('keep')}>
              还是算
            </Button>
          ) : null}
          <Button disabled={isShort} onTap={() => answer('excuse')}>
            不算缺席
          </Button>
        </>
      }
    >
      {absence?.appeal ? <View className="t16">{absence.appeal.words}</View> : null}
      <Field
        label="理由，对方会看到"
        maxLength={limits.reasonMax}
        value={reason}
        placeholder="核实过了，那天产线加班"
        onChange={setReason}
      />
    </Sheet>
  )
}

function Person({
  someone,
  now,
  onDecide,
}: {
  someone: Someone
  now: number
  onDecide: (absence: Absence) => void
}) {
  const { person, standing, absences } = someone
  const pause = pauseWords(standing, now)
  const isOneself = useSession().me?.employeeId === person.employeeId
  return (
    <Card padding="none">
      <ListRow
        lead={<Face of={person} size={40} />}
        title={person.name}
        meta={`${person.department} · ${pause ?? `现在算 ${standing.counting} 次`}`}
        end={pause === undefined ? undefined : <Badge tone="bad">停约中</Badge>}
      />
      {absences.map(absence => (
        <View key={absence.placeId} className="facility__lesson">
          <AbsenceLines absence={absence} when={momentLabel(absence.startsAt, now)} />
          {absence.state !== 'absent' ? null : isOneself ? (
            <View className="t12 secondary mt-8">自己的缺席由另一位管理员来定</View>
          ) : (
            <View className="facility__tools mt-8">
              <Button
                kind="secondary"
                size="small"
                label={`${absence.appeal?.answer === null ? '回复' : '免掉这次'}：${person.name}`}
                onTap={() => onDecide(absence)}
              >
                {absence.appeal?.answer === null ? '回复' : '免掉这次'}
              </Button>
            </View>
          )}
        </View>
      ))}
    </Card>
  )
}

/** Who did not come, who asks, and who is paused. */
export default function NoShowsPage() {
  const { facilityId = '' } = usePageParams()
  const query = useQueryOf(api.booking.listAbsences, { facilityId }, { staleMs: 0, kept: false })
  const [decided, setDecided] = useState<Absence>()
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="缺席与说明" />}
      side={<DeskMenu here="booking/facility" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={40} roundLead />}
      isEmpty={({ people }) => people.length === 0}
      empty={{ title: '没有人缺席', sentence: '约了的都来了。' }}
    >
      {({ people, now }) => (
        <View className="pad column gap-12 desk-cards">
          {people.map(someone => (
            <Person key={someone.person.employeeId} someone={someone} now={now} onDecide={setDecided} />
          ))}
          <DecideSheet absence={decided} onClose={() => setDecided(undefined)} />
        </View>
      )}
    </Screen>
  )
}
