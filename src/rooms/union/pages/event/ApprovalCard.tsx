import { spanLabel } from '@domain/booking/wording'
import { Text, View } from '@tarojs/components'
import { type api, type Output, useSession } from '@/api'
import { Card } from '@/ui/card/Card'
import { Timeline } from '@/ui/timeline/Timeline'
import { eventSteps } from '../../foundingTrail'

type Opened = Output<typeof api.union.openEvent>

type Event = Opened['event']

const titleOf = ({ state, change }: Event) =>
  change ? '改动在等工会同意' : state === 'proposed' ? '等工会同意' : '工会的审批'

/** What it is and what it is to be, side by side; what stays is left out. */
function ChangedLines({ change, ...event }: Event & { change: NonNullable<Event['change']> }) {
  const lines: [title: string, old: string, wished: string][] = [
    ['时间', spanLabel(event.startsAt, event.endsAt), spanLabel(change.startsAt, change.endsAt)],
    ['地点', event.venue.name, change.venue.name],
    ['地址', event.venue.address, change.venue.address],
    ['名额', `${event.capacity}`, `${change.capacity}`],
  ]
  return (
    <View className="column gap-8 mt-12">
      {lines
        .filter(([, old, wished]) => old !== wished)
        .map(([title, old, wished]) => (
          <View key={title} className="t14">
            <Text className="secondary">{title} </Text>
            {old === '' ? null : <Text className="secondary event__old">{old}</Text>}
            <Text className="medium"> {wished === '' ? '不写了' : wished}</Text>
          </View>
        ))}
    </View>
  )
}

/** How the union came to agree: each step, who, when, why and how long; for the host and the union alone. */
export function ApprovalCard({ event, approval, now }: Opened) {
  const { me } = useSession()
  if (!approval) return null
  const waitsFor = approval.waitsFor.map(({ employeeId, name }) =>
    employeeId === me?.employeeId ? '你' : name,
  )
  const { change } = event
  return (
    <Card>
      <View className="t14 medium">{titleOf(event)}</View>
      <View className="t12 secondary mt-4">
        {change
          ? '名额变多、换地点或换日期，工会同意后才生效。'
          : '收费或超过 100 个名额，工会同意后才能报名。'}
      </View>
      {change ? <ChangedLines {...event} change={change} /> : null}
      <View className="mt-16">
        <Timeline
          steps={eventSteps(approval, event.host.name, { waitsFor, now, isChange: change !== null })}
        />
      </View>
    </Card>
  )
}
