import { dayOf } from '@domain/kernel/time'
import { clockOf, departuresOn, movesBetween } from '@domain/selfservice/departures'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { daysUntil, dayTypeNames, sayDay } from '../../shuttle/busWords'

type Opened = Output<typeof api.selfservice.openTimetable>

export interface MovesProps {
  opened: Opened
  sample: Opened['samples'][number]
  from: { directionId: string; stopId: string }
  now: number
}

const clockOr = (seconds: number | null, none: string) => (seconds === null ? none : clockOf(seconds))

/** Which departures of this stop change with the next version, and from when on. */
export function Moves({ opened, sample, from, now }: MovesProps) {
  const { upcoming, sheet } = opened
  if (!upcoming || sample.on === null || sample.changedOn === null) return null
  const before = departuresOn(sheet, sample.on, from.directionId, from.stopId)
  const after = departuresOn(sheet, sample.changedOn, from.directionId, from.stopId)
  const moves = movesBetween(before, after)
  const left = daysUntil(upcoming.effectiveOn, now)
  // A sample that is of the next version already has nothing to be compared with.
  const isCompared = sample.on < upcoming.effectiveOn && dayOf(now) < upcoming.effectiveOn
  return (
    <Card>
      <View className="row row--between row--top gap-8">
        <View className="grow t16 bold">
          {sayDay(upcoming.effectiveOn)}
          {moves.length > 0 && isCompared ? '，会变的几班' : '起有变化'}
        </View>
        <Badge tone="accent">还有 {left} 天</Badge>
      </View>
      {isCompared
        ? moves.map(move => (
            <View key={move.tripId} className="moves__row t16">
              <View className="moves__old">{clockOr(move.before, '加开')}</View>
              <Icon name="next" size={16} />
              <View className="medium">{clockOr(move.after, '取消')}</View>
            </View>
          ))
        : null}
      {isCompared && moves.length === 0 ? (
        <View className="t14 mt-8">
          这一站{dayTypeNames[sample.type]}的班次不变，变的是别的日子或别的站。
        </View>
      ) : null}
      <View className="t12 secondary mt-8">
        {upcoming.words}。{upcoming.note}
      </View>
      <View className="t12 secondary mt-4">
        {sayDay(upcoming.publishedOn)}发布，关注这条线的同事已经收到通知，前一天傍晚再提醒一次。
      </View>
    </Card>
  )
}
