import { useState } from 'react'
import { backOr } from '@/rooms/open'
import type { Application } from '@/rooms/union/public'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { revokeWithUndo } from '../../decisions'
import { ReasonSheet } from '../../ReasonSheet'
import { membershipRevocations } from '../../reasons'

/** The way out of a membership for its president: rare, so it stands on the member's own page, with a reason. */
export function RevokeBar({ application }: { application: Application }) {
  const { membershipId, applicant, associationName } = application
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <BottomBar>
        <Button kind="danger" onTap={() => setAsking(true)}>
          取消会员资格
        </Button>
      </BottomBar>
      <ReasonSheet
        open={asking}
        onClose={close}
        title="取消会员资格"
        label={`${applicant.name}会看到`}
        placeholder="写一句为什么"
        reasons={membershipRevocations}
        action="取消资格并说明"
        refusal
        note="5 秒内可以撤销；之后对方不再是会员，可以重新申请"
        onSend={reason => {
          close()
          revokeWithUndo({ membershipId, reason, who: applicant.name, associationName })
          void backOr('access/decided')
          return undefined
        }}
      />
    </>
  )
}
