import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ApplicantHead } from './ApplicationPaper'
import { requestStates } from './RequestApproval'

type Rebind = Output<typeof api.identity.openRebind>['rebind']

interface RequestPaperProps {
  request: Pick<Rebind, 'applicant' | 'reason' | 'askedAt' | 'state'>
  now: number
  /** What becomes of it once HR agrees. */
  note: string
  /** The rows that say what is asked. */
  children: ReactNode
}

/** What a colleague asks of HR: who they are, why, what, since when. */
export function RequestPaper({ request, now, note, children }: RequestPaperProps) {
  const { applicant, reason, askedAt, state } = request
  const { words, tone } = requestStates[state]
  return (
    <View className="pad column gap-12">
      <Card>
        <ApplicantHead
          of={applicant}
          meta={`${applicant.employeeId} · ${applicant.site} · ${applicant.department}`}
          onTap={() => openPage('identity/member', { employeeId: applicant.employeeId })}
        />
        <View className="t16 mt-12">{reason}</View>
      </Card>
      <Card padding="none">
        {children}
        <KeyValueRow label="提交" ruled>
          {sayWhen(askedAt, now)}
        </KeyValueRow>
        <KeyValueRow label="状态" ruled>
          <Badge tone={tone}>{words}</Badge>
        </KeyValueRow>
      </Card>
      <View className="t12 secondary">{note}</View>
    </View>
  )
}
