import { correctableWords } from '@domain/identity/correction'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import type { AskedDecision } from '../../DecisionSheet'
import { decideWithUndo } from '../../decisions'
import './approval.scss'
import { backToWork } from '@/rooms/open'
import { RequestApproval } from './RequestApproval'
import { RequestPaper } from './RequestPaper'

type Correction = Output<typeof api.identity.openCorrection>['correction']

const NOTE =
  '同意后社区里马上改，跟着原来部门或园区的角色会收回。人事系统里也要改，不然下次导入名单会改回去。'

const Changes = ({ fields }: Pick<Correction, 'fields'>) =>
  fields.map(({ field, was, becomes }) => (
    <KeyValueRow key={field} label={correctableWords[field]} ruled>
      <View className="approval__was">{was}</View>
      <View className="medium">{becomes}</View>
    </KeyValueRow>
  ))

/** What a colleague finds wrong about themselves on the roster, for HR. */
export function CorrectionApproval({ correctionId }: { correctionId: string }) {
  const query = useQueryOf(api.identity.openCorrection, { correctionId }, { kept: false })
  const [asked, setAsked] = useState<AskedDecision>()
  const correction = query.data?.correction
  const who = correction?.applicant.name ?? ''
  const about = { kind: 'correction' as const, ids: [correctionId], subject: `${who} 改资料` }
  const approve = () => {
    decideWithUndo({ ...about, decision: 'approve' })
    void backToWork()
  }
  return (
    <RequestApproval
      {...{ title: '改资料', id: correctionId, query, asked, approveWords: '同意并改好', onApprove: approve }}
      isOver={correction?.state !== 'pending'}
      onRefuse={() => setAsked({ ...about, decision: 'refuse', who })}
      onAskedEnd={() => setAsked(undefined)}
    >
      {opened => (
        <RequestPaper request={opened.correction} now={opened.now} note={NOTE}>
          <Changes fields={opened.correction.fields} />
        </RequestPaper>
      )}
    </RequestApproval>
  )
}
