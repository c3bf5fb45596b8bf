import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { trailSteps } from '@/rooms/union/public'
import { Avatar } from '@/ui/avatar/Avatar'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Timeline } from '@/ui/timeline/Timeline'
import { sayWaited } from '../../waited'

/** Who asks: the name, and where in the company. */
export function ApplicantHead({ name, meta }: { name: string; meta: string }) {
  return (
    <View className="row gap-12">
      <Avatar name={name} size={48} />
      <View className="grow">
        <View className="t16 medium">{name}</View>
        <View className="t12 secondary">{meta}</View>
      </View>
    </View>
  )
}

/** Everything a president needs for one decision, on one screen. */
export function ApplicationPaper(props: Output<typeof api.union.openApplication>) {
  const { application, associationMembers, joined, now } = props
  const { applicant, reason, associationName, answers, appliedAt, state } = application
  return (
    <View className="pad column gap-12">
      <Card>
        <ApplicantHead name={applicant.name} meta={`${applicant.site} · ${applicant.department}`} />
        <View className="t16 mt-16">{reason}</View>
      </Card>
      <Card>
        <KeyValueRow label="想加入">
          {associationName} · {associationMembers} 人
        </KeyValueRow>
        {answers.map(({ title, answer }) => (
          <KeyValueRow key={title} label={title}>
            {answer}
          </KeyValueRow>
        ))}
        <KeyValueRow label="已加入的协会">{joined} 个</KeyValueRow>
        {state === 'pending' ? (
          <KeyValueRow label="已经等了">{sayWaited(now - appliedAt)}</KeyValueRow>
        ) : null}
      </Card>
      <Card>
        <Timeline steps={trailSteps(application, '你，会长', now)} />
      </Card>
    </View>
  )
}
