import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import type { AskedDecision } from '../../DecisionSheet'
import { RequestApproval } from './RequestApproval'
import { RequestPaper } from './RequestPaper'

const NOTE = '同意后，原来的微信不能再进入，沃币和帖子都跟着本人。请先确认是本人。'

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
      {opened => (
        <RequestPaper request={opened.rebind} now={opened.now} note={NOTE}>
          <KeyValueRow label="原来的手机号" ruled>
            {opened.rebind.oldPhoneMasked}
          </KeyValueRow>
          <KeyValueRow label="换成" ruled>
            {opened.rebind.newPhoneMasked}
          </KeyValueRow>
          {opened.phoneHolder ? (
            <KeyValueRow label="这个号码登记在另一位同事名下" ruled>
              {`${opened.phoneHolder.name} ${opened.phoneHolder.employeeId}`}
            </KeyValueRow>
          ) : null}
          {opened.others.map(other => (
            <KeyValueRow key={other.rebindId} label="也有人申请换成" ruled>
              {`${other.newPhoneMasked}，${other.reason}`}
            </KeyValueRow>
          ))}
          {opened.replaced > 0 ? (
            <KeyValueRow label="更早的申请" ruled>
              {`有 ${opened.replaced} 个被后来的替下了，先找本人核实`}
            </KeyValueRow>
          ) : null}
        </RequestPaper>
      )}
    </RequestApproval>
  )
}
