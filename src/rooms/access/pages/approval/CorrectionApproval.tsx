import { correctableWords } from '@domain/identity/correction'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { goBack } from '@/ui/nav/Nav'
import type { AskedDecision } from '../../DecisionSheet'
import { decideWithUndo } from '../../decisions'
import { ApplicantHead } from './ApplicationPaper'
import './approval.scss'
import { RequestApproval, requestStates } from './RequestApproval'

function CorrectionPaper({ correction, now }: Output<typeof api.identity.openCorrection>) {
  const { applicant, fields, reason, askedAt, state } = correction
  const { words, tone } = requestStates[state]
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
        {fields.map(({ field, was, becomes }) => (
          <KeyValueRow key={field} label={correctableWords[field]} ruled>
            <View className="approval__was">{was}</View>
            <View className="medium">{becomes}</View>
          </KeyValueRow>
        ))}
        <KeyValueRow label="提交" ruled>
          {sayWhen(askedAt, now)}
        </KeyValueRow>
        <KeyValueRow label="状态" ruled>
          <Badge tone={tone}>{words}</Badge>
        </KeyValueRow>
      </Card>
      <View className="t12 secondary">
        同意后社区里马上改，跟着原来部门或园区的角色会收回。人事系统里也要改，不然下次导入名单会改回去。
      </View>
    </View>
  )
}

/** What a colleague finds wrong about themselves on the roster, for HR. */
export function CorrectionApproval({ correctionId }: { correctionId: string }) {
  const query = useQueryOf(api.identity.openCorrection, { correctionId }, { kept: false })
  const [asked, setAsked] = useState<AskedDecision>()
  const correction = query.data?.correction
  const who = correction?.applicant.name ?? ''
  const about = { kind: 'correction' as const, ids: [correctionId], subject: `${who} 改资料` }
  const approve = () => {
    decideWithUndo({ ...about, decision: 'approve' })
    void goBack()
  }
  return (
    <RequestApproval
      {...{ title: '改资料', id: correctionId, query, asked, approveWords: '同意并改好', onApprove: approve }}
      isOver={correction?.state !== 'pending'}
      onRefuse={() => setAsked({ ...about, decision: 'refuse', who })}
      onAskedEnd={() => setAsked(undefined)}
    >
      {opened => <CorrectionPaper {...opened} />}
    </RequestApproval>
  )
}
