import { yearOfService } from '@domain/identity/yearOfService'
import { View } from '@tarojs/components'
import { type api, type Output, useSession } from '@/api'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { trailSteps } from '@/rooms/union/public'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Timeline } from '@/ui/timeline/Timeline'
import { aboutApplicant } from '../../aboutApplicant'
import { isOverdue, sayDue, sayWaitedAfter } from '../../waited'
import './approval.scss'

type Opened = Output<typeof api.union.openApplication>

interface ApplicantHeadProps {
  of: { employeeId: string; name: string; face?: string }
  meta: string
  onTap: () => void
}

/** Who asks: the name, and where in the company. A tap tells more of them. */
export function ApplicantHead({ of, meta, onTap }: ApplicantHeadProps) {
  return (
    <View className="row gap-12" {...tappable()} onClick={onTap}>
      <Face of={of} size={48} />
      <View className="grow">
        <View className="t16 medium">{of.name}</View>
        <View className="t12 secondary">{meta}</View>
      </View>
      <Icon name="next" size={16} />
    </View>
  )
}

/** Three numbers to know somebody by; the server counts to 99. */
function Record({ joined, posts, removed }: Pick<Opened, 'joined' | 'posts' | 'removed'>) {
  const figures = [
    { label: '已加入协会', count: joined },
    { label: '发过的帖', count: posts },
    { label: '违规记录', count: removed },
  ]
  return (
    <View className="record">
      {figures.map(({ label, count }) => (
        <View key={label} className="record__figure">
          <View className="t20 bold">{count < 99 ? count : '99+'}</View>
          <View className="t12 secondary">{label}</View>
        </View>
      ))}
    </View>
  )
}

interface AnsweringProps {
  appliedAt: number
  medianMs: number | null
  now: number
}

/** What comes of it if nobody answers: nothing, but that the president is asked again. */
function Due({ appliedAt, now }: Pick<AnsweringProps, 'appliedAt' | 'now'>) {
  return (
    <KeyValueRow label="到期" ruled>
      {sayDue(appliedAt, now)}
    </KeyValueRow>
  )
}

/** How long this one has waited beside what is usual here; late, it is said in red. */
function Answering({ appliedAt, medianMs, now }: AnsweringProps) {
  const waitedMs = now - appliedAt
  return (
    <KeyValueRow label="答复" ruled>
      <View className={isOverdue(waitedMs) ? 'bad medium' : ''}>
        {sayWaitedAfter(isOverdue(waitedMs) ? '已经晚了，等了' : '等了', waitedMs)}
        {medianMs === null ? '' : sayWaitedAfter('，一般', medianMs)}
      </View>
    </KeyValueRow>
  )
}

/** Everything a president needs for one decision, on one screen. */
export function ApplicationPaper(props: Opened) {
  const { application, associationMembers, applicantJoinedOn, medianMs, now } = props
  const { applicant, reason, associationName, answers, appliedAt } = application
  const { me } = useSession()
  const since = applicantJoinedOn === null ? '' : ` · 入职第 ${yearOfService(applicantJoinedOn, now)} 年`
  return (
    <View className="pad column gap-12">
      <Card>
        <ApplicantHead
          of={applicant}
          meta={`${applicant.site} · ${applicant.department}${since}`}
          onTap={() => openPage('forum/author', { authorId: applicant.employeeId })}
        />
        <View className="t16 mt-12">{reason}</View>
        <Record {...props} />
      </Card>
      <Card padding="none">
        <KeyValueRow label="想加入" ruled>
          {associationName} · {associationMembers} 人
        </KeyValueRow>
        {answers.map(({ title, answer }) => (
          <KeyValueRow key={title} label={aboutApplicant(title)} ruled>
            {answer}
          </KeyValueRow>
        ))}
        {application.state === 'pending' ? (
          <>
            <Answering appliedAt={appliedAt} medianMs={medianMs} now={now} />
            <Due appliedAt={appliedAt} now={now} />
          </>
        ) : null}
      </Card>
      <Card>
        <Timeline
          steps={trailSteps(
            application,
            me ? `你，会长 ${me.name}` : '你，会长',
            now,
            sayWaitedAfter('已等', now - appliedAt),
          )}
        />
      </Card>
    </View>
  )
}
