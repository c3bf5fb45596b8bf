import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Face } from '@/rooms/Face'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { hoursOf, type Lesson, timeOf } from '../../facility/facilityWords'
import { deskTitleOf, placeTones } from '../../placeWords'
import type { DoorScans } from '../../useDoorScans'

export type OpenDesk = Output<typeof api.booking.openFacilityDesk>
type Session = OpenDesk['sessions'][number]
type Participant = OpenDesk['participants'][number]

interface RowProps {
  one: Participant
  session: Session
  scans: DoorScans
  /** Where one stands in the queue, from 1; null: in none. */
  rank: number | null
}

function Row({ one, session, scans, rank }: RowProps) {
  const { person, shortCode, state, attendedAt, placeId } = one
  if (person === null) {
    return (
      <ListRow
        lead="lock"
        title="有人约了"
        meta="谁约的只有本人知道"
        end={<Badge>{deskTitleOf({ kind: 'venue', state })}</Badge>}
      />
    )
  }
  const end =
    attendedAt !== null ? (
      <Badge tone="ok">{timeOf(attendedAt)} 到</Badge>
    ) : scans.held.has(placeId) ? (
      <Badge tone="accent">待补签</Badge>
    ) : state === 'confirmed' && session.doorOpen ? (
      <Button kind="secondary" size="small" label={`给${person.name}签到`} onTap={() => scans.enter(placeId)}>
        到了
      </Button>
    ) : (
      <Badge tone={placeTones[state]}>
        {rank === null ? deskTitleOf({ kind: 'course', state }) : `候补第 ${rank}`}
      </Badge>
    )
  return (
    <ListRow
      lead={<Face of={person} size={40} />}
      title={person.name}
      meta={`${person.department} · ${shortCode}`}
      end={end}
    />
  )
}

interface DayListProps {
  opened: OpenDesk
  scans: DoorScans
  onChange: (lesson: Lesson) => void
}

function SessionCard({
  session,
  lesson,
  opened,
  scans,
  onChange,
}: DayListProps & { session: Session; lesson: Lesson | undefined }) {
  const people = opened.participants.filter(({ sessionId }) => sessionId === session.sessionId)
  const waiting = people.filter(({ state }) => state === 'waiting')
  const rankOf = (one: Participant) => waiting.indexOf(one) + 1 || null
  const queue = session.waiting > 0 ? `，候补 ${session.waiting}` : ''
  return (
    <Card padding="none">
      <SectionHeader
        title={`${hoursOf(session.startsAt, session.endsAt)} ${session.title}`}
        more={
          session.state === 'calledOff' ? (
            <Badge tone="bad">取消</Badge>
          ) : session.doorOpen ? (
            <Badge tone="accent">现在签到</Badge>
          ) : undefined
        }
      />
      <View className="facility__lesson t12 secondary">
        到 {session.attended} / {session.taken}，共 {session.capacity} 个位子{queue}
        {lesson ? ` · ${lesson.room} · 教练 ${lesson.coach}` : ''}
      </View>
      {people.map((one, index) => (
        <Row key={one.placeId || index} one={one} session={session} scans={scans} rank={rankOf(one)} />
      ))}
      {lesson && lesson.state !== 'over' && session.state !== 'calledOff' ? (
        <ChangeButton lesson={lesson} onChange={onChange} />
      ) : null}
    </Card>
  )
}

function ChangeButton({ lesson, onChange }: { lesson: Lesson; onChange: (lesson: Lesson) => void }) {
  return (
    <View className="facility__lesson">
      <Button kind="secondary" size="small" label={`改这一节：${lesson.name}`} onTap={() => onChange(lesson)}>
        改这一节
      </Button>
    </View>
  )
}

/** The day's lessons, those without bookings included, or a venue's booked hours, each with its people. */
export function DayList(props: DayListProps) {
  const { opened, onChange } = props
  const { sessions, lessons } = opened
  const lessonFor = ({ subjectId, slotAt }: Session) =>
    lessons.find(({ courseId, lessonAt }) => courseId === subjectId && lessonAt === slotAt)
  const quiet = lessons.filter(
    ({ courseId, lessonAt }) =>
      !sessions.some(({ subjectId, slotAt }) => subjectId === courseId && slotAt === lessonAt),
  )
  if (sessions.length + quiet.length === 0)
    return <View className="t14 secondary facility__none">这天没有安排，也没有人约。</View>
  return (
    <>
      {sessions.map(session => (
        <SessionCard key={session.sessionId} {...props} session={session} lesson={lessonFor(session)} />
      ))}
      {quiet.map(lesson => (
        <Card key={`${lesson.courseId} ${lesson.lessonAt}`} padding="none">
          <SectionHeader
            title={`${hoursOf(lesson.startsAt, lesson.endsAt)} ${lesson.name}`}
            more={lesson.state === 'closed' ? <Badge tone="bad">停课</Badge> : undefined}
          />
          <View className="facility__lesson t12 secondary">
            {lesson.closedBecause ?? '还没有人约'} · {lesson.room} · 教练 {lesson.coach}
          </View>
          {lesson.state === 'closed' || lesson.state === 'over' ? null : (
            <ChangeButton lesson={lesson} onChange={onChange} />
          )}
        </Card>
      ))}
    </>
  )
}
