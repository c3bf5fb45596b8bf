import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { PhoneRow } from '@/rooms/identity/public'
import { Button } from '@/ui/button/Button'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import type { AskedDecision } from '../../DecisionSheet'
import { RequestApproval } from './RequestApproval'
import { RequestPaper } from './RequestPaper'

const NOTE = '同意后，原来的微信不能再进入，沃币和帖子都跟着本人。请先确认是本人。'

type Rebind = Output<typeof api.identity.openRebind>['rebind']

/** Both numbers, to call and ask whether it is the colleague: whole only once somebody has looked, which is kept. */
function Phones({ rebindId, oldPhoneMasked, newPhoneMasked, state }: Rebind) {
  const [phones, setPhones] = useState<Output<typeof api.identity.openRebindPhones>>()
  const look = useCommand(api.identity.openRebindPhones, { onDone: setPhones })
  return (
    <>
      <PhoneRow label="原来的手机号" masked={oldPhoneMasked} phone={phones?.oldPhone} ruled />
      <PhoneRow label="换成" masked={newPhoneMasked} phone={phones?.newPhone} ruled />
      {state === 'pending' && phones === undefined ? (
        <KeyValueRow label="看过会记进操作记录" ruled>
          <Button kind="soft" size="small" onTap={() => look.run({ rebindId })}>
            看完整号码
          </Button>
        </KeyValueRow>
      ) : null}
    </>
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
      {opened => (
        <RequestPaper request={opened.rebind} now={opened.now} note={NOTE}>
          <Phones {...opened.rebind} />
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
