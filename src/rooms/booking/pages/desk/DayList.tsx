import { matchesVisitor } from '@domain/booking/deskSearch'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { slotTime } from '../../centre/slotWords'
import type { DoorScans } from '../../useDoorScans'
import { VisitorRow } from './VisitorRow'

type Opened = Output<typeof api.booking.openDesk>
type Session = Opened['sessions'][number]

/** 到 6 / 12 位，等确认 3 位，候补 2 位，共 20 个位子; 到 1 / 2 台，共 2 台车 */
function saySession({ taken, held, attended, waiting, capacity, byCar }: Session): string {
  const [unit, all] = byCar ? ['台', '台车'] : ['位', '个位子']
  const parts = [
    `到 ${attended} / ${taken} ${unit}`,
    held > 0 ? `等确认 ${held} ${unit}` : '',
    waiting > 0 ? `候补 ${waiting} 位` : '',
    `共 ${capacity} ${all}`,
  ]
  return parts.filter(part => part !== '').join('，')
}

/** 10:00–10:45 · 试驾 XC90 */
function sayTimes({ startsAt, endsAt, visitName }: Session): string {
  const times = `${slotTime(startsAt)}–${slotTime(endsAt)}`
  return visitName === '' ? times : `${times} · ${visitName}`
}

interface DayListProps {
  opened: Opened
  typed: string
  scans: DoorScans
}

/** The day's times, each with those who come; what is typed above leaves those it is about. */
export function DayList({ opened, typed, scans }: DayListProps) {
  const { sessions, visitors, hours } = opened
  const found = visitors.filter(visitor => matchesVisitor(visitor, typed))
  const shown = sessions
    .map(session => ({
      session,
      people: found.filter(({ sessionId }) => sessionId === session.sessionId),
    }))
    .filter(({ people }) => typed.trim() === '' || people.length > 0)
  if (sessions.length === 0) {
    const words = hours.spans.length === 0 ? '这天不开放，也没有人约过。' : '这天还没有人约。'
    return <View className="desk__none">{words}</View>
  }
  if (shown.length === 0) return <View className="desk__none">这天的名单里没有「{typed.trim()}」。</View>
  return (
    <>
      {shown.map(({ session, people }) => (
        <Card key={session.sessionId} padding="none">
          <SectionHeader
            title={sayTimes(session)}
            more={
              session.state === 'calledOff' ? (
                <Badge tone="bad">闭馆</Badge>
              ) : session.doorOpen ? (
                <Badge tone="accent">现在签到</Badge>
              ) : undefined
            }
          />
          <View className="desk__session">{saySession(session)}</View>
          {people.map(visitor => (
            <VisitorRow
              key={visitor.placeId}
              visitor={visitor}
              doorOpen={session.doorOpen}
              held={scans.held.has(visitor.placeId)}
              onEnter={scans.enter}
            />
          ))}
        </Card>
      ))}
    </>
  )
}
