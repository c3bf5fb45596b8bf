import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import type { AskedDecision } from '../../DecisionSheet'
import { ApplicantHead } from './ApplicationPaper'
import { RequestApproval, requestStates } from './RequestApproval'

type Rebind = Output<typeof api.identity.openRebind>['rebind']

function RebindPaper({ rebind, now }: { rebind: Rebind; now: number }) {
  const { applicant, reason, oldPhoneMasked, newPhoneMasked, askedAt, state } = rebind
  return (
    <View className="pad column gap-12">
      <Card>
        <ApplicantHead
          name={applicant.name}
          meta={`${applicant.employeeId} · ${applicant.site} · ${applicant.department}`}
        />
        <View className="t16 mt-12">{reason}</View>
      </Card>
      <Card padding="none">
        <KeyValueRow label="原来的手机号" ruled>
          {oldPhoneMasked}
        </KeyValueRow>
        <KeyValueRow label="换成" ruled>
          {newPhoneMasked}
        </KeyValueRow>
        <KeyValueRow label="提交" ruled>
          {sayWhen(askedAt, now)}
        </KeyValueRow>
        <KeyValueRow label="状态" ruled>
          <Badge tone={requestStates[state].tone}>{requestStates[state].words}</Badge>
        </KeyValueRow>
      </Card>
      <View className="t12 secondary">
        同意后，原来的微信不能再进入，沃币和帖子都跟着本人。请先确认是本人。
      </View>
    </View>
  )
}

/** One request to move an account to another phone, for HR. */
export function RebindApproval({ rebindId }: { rebindId: string }) {
  const query = useQueryOf(api.identity.openRebind, { rebindId }, { kept: false })
  const [asked, setAsked] = useState<AskedDecision>()
  const rebind = query.data?.rebind
  const ask = (decision: 'approve' | 'refuse') => {
    const who = rebind?.applicant.name ?? ''
    setAsked({ kind: 'rebind', ids: [rebindId], decision, subject: `${who} 换绑`, who })
  }
  return (
    <RequestApproval
      {...{ title: '换绑申请', id: rebindId, query, asked, approveWords: '同意换绑' }}
      isOver={rebind?.state !== 'pending'}
      onRefuse={() => ask('refuse')}
      onApprove={() => ask('approve')}
      onAskedEnd={() => setAsked(undefined)}
    >
      {opened => <RebindPaper {...opened} />}
    </RequestApproval>
  )
}
