import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Face } from '@/rooms/Face'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'

type Attendee = Output<typeof api.booking.listAttendees>['attendees'][number]

/** Somebody on the list: who, with whom, what they answered, and how often they did not come of late. */
export function AttendeeRow({ attendee, now }: { attendee: Attendee; now: number }) {
  const { person, party, guests, answers, joinedAt, attendedAt, absences } = attendee
  const { name, department, site } = person
  const along = party > 1 ? `连同行 ${party} 位${guests.length > 0 ? `：${guests.join('、')}` : ''}` : ''
  const said = answers.map(({ title, answer }) => `${title}：${answer}`).join(' · ')
  const lines = [`${department} · ${site}`, along, said].filter(line => line !== '')
  return (
    <ListRow
      lead={<Face of={person} size={40} />}
      title={name}
      meta={lines}
      end={
        <>
          <View className="t12">
            {attendedAt === null ? `${sayWhen(joinedAt, now)} 报名` : `${sayWhen(attendedAt, now)} 到`}
          </View>
          {absences > 0 ? <View className="t12">半年里 {absences} 次没来</View> : null}
        </>
      }
    />
  )
}
