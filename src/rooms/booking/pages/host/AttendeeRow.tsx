import { doorsOpenAt, isDoorOpen, mayCorrect } from '@domain/booking/checkIn'
import { View } from '@tarojs/components'
import { api, holdCommand, type Output, useHeldIds } from '@/api'
import { Face } from '@/rooms/Face'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { placeTitles, placeTones } from '../../placeWords'
import type { DoorScans } from '../../useDoorScans'

type Listed = Output<typeof api.booking.listAttendees>
type Attendee = Listed['attendees'][number]
type Session = Listed['session']

/** Whom it is written down for, later: see `recordLater`. */
type Recorded = Pick<Attendee, 'placeId'> & { person: Pick<Attendee['person'], 'name'> }

interface AttendeeRowProps {
  attendee: Attendee
  session: Session
  scans: DoorScans
  now: number
  /** Found by name among all of them: then the row says where it stands. */
  sought?: boolean
}

/** Writes down that somebody was there: it earns coins and does not come back, so it goes out when the undo has counted down. */
function recordLater({ placeId, person: { name } }: Recorded): void {
  holdCommand(
    api.booking.recordAttendance,
    { placeId },
    {
      ids: [placeId],
      subject: `补记${name}来过`,
      outdates: [api.booking.listAttendees],
      said: `${name}来过`,
      after: '数到 0 就记上',
      tooLate: '已经记上了',
    },
  )
}

/** They were there after all. */
function RecordButton({ of }: { of: Recorded }) {
  const recording = useHeldIds()
  return (
    <Button
      kind="secondary"
      size="small"
      disabled={recording.has(of.placeId)}
      label={`${of.person.name}其实来了`}
      onTap={() => recordLater(of)}
    >
      其实来了
    </Button>
  )
}

/** What there is to do about somebody: let them in while the door is open, write it down afterwards. */
function Step({ attendee, session, scans, now, sought }: AttendeeRowProps) {
  const { placeId, person, state, own } = attendee
  if (scans.held.has(placeId)) return <Badge tone="accent">待补签</Badge>
  if (state === 'confirmed' && isDoorOpen(session, now))
    return (
      <Button kind="secondary" size="small" label={`给${person.name}签到`} onTap={() => scans.enter(placeId)}>
        到了
      </Button>
    )
  if (!own && (state === 'confirmed' || state === 'absent') && mayCorrect(session, now))
    return <RecordButton of={attendee} />
  return sought ? <Badge tone={placeTones[state]}>{placeTitles[state]}</Badge> : null
}

/** What somebody has said of their seat, while it still matters. */
function saidOf({ told, state }: Attendee): string {
  if (told === 'came') return state === 'confirmed' || state === 'absent' ? '说自己来了' : ''
  return told === 'cannot' && state === 'confirmed' ? '说去不了' : ''
}

/** When they came, or signed up as long as the door is closed; how often they did not come of late. */
function notesOf(attendee: Attendee, { endsAt }: Session, now: number, acts: boolean) {
  const { joinedAt, attendedAt, absences } = attendee
  const joined = acts ? '' : `${sayWhen(joinedAt, now)} 报名`
  const came =
    attendedAt === null ? joined : `${sayWhen(attendedAt, now)} ${attendedAt < endsAt ? '到' : '补记'}`
  const missed = absences > 0 ? `半年里 ${absences} 次没来` : ''
  return [came, saidOf(attendee), missed].filter(note => note !== '')
}

/** Somebody on the list: who, with whom, what they answered, and what there is to do about them. */
export function AttendeeRow(props: AttendeeRowProps) {
  const { attendee, session, now } = props
  const { person, party, guests, answers } = attendee
  const { name, department, site } = person
  const along = party > 1 ? `连同行 ${party} 位${guests.length > 0 ? `：${guests.join('、')}` : ''}` : ''
  const said = answers.map(({ title, answer }) => `${title}：${answer}`).join(' · ')
  const acts = now >= doorsOpenAt(session)
  const notes = notesOf(attendee, session, now, acts)
  const lines = [`${department} · ${site}`, along, said, acts ? notes.join(' · ') : '']
  return (
    <ListRow
      lead={<Face of={person} size={40} />}
      title={name}
      meta={lines.filter(line => line !== '')}
      end={
        acts || props.sought ? (
          <Step {...props} />
        ) : (
          notes.map(note => (
            <View key={note} className="t12">
              {note}
            </View>
          ))
        )
      }
    />
  )
}
