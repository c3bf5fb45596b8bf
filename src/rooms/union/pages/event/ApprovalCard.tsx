import { View } from '@tarojs/components'
import { type api, type Output, useSession } from '@/api'
import { Card } from '@/ui/card/Card'
import { Timeline } from '@/ui/timeline/Timeline'
import { eventSteps } from '../../foundingTrail'

type Opened = Output<typeof api.union.openEvent>

/** How the union came to agree: each step, who, when, why and how long; for the host and the union alone. */
export function ApprovalCard({ event, approval, now }: Opened) {
  const { me } = useSession()
  if (!approval) return null
  const waitsFor = approval.waitsFor.map(({ employeeId, name }) =>
    employeeId === me?.employeeId ? '你' : name,
  )
  return (
    <Card>
      <View className="t14 medium">{event.state === 'proposed' ? '等工会同意' : '工会的审批'}</View>
      <View className="t12 secondary mt-4">收费或超过 100 个名额，工会同意后才能报名。</View>
      <View className="mt-16">
        <Timeline steps={eventSteps(approval, event.host.name, { waitsFor, now })} />
      </View>
    </Card>
  )
}
