import { useState } from 'react'
import { api, useCommand } from '@/api'
import type { Application } from '@/rooms/union/public'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import { ReasonSheet } from '../../ReasonSheet'
import { membershipRevocations } from '../../reasons'

/** The way out of a membership for its president: rare, so it stands on the member's own page, with a reason. */
export function RevokeBar({ application }: { application: Application }) {
  const { membershipId, applicant } = application
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const revoke = useCommand(api.union.revoke, {
    outdates: [api.union.listDecided, api.union.openApplication, api.union.listAssociations],
    onDone: () => {
      close()
      toast.show(`已取消会员资格，${applicant.name}会收到说明`)
    },
  })
  return (
    <>
      <BottomBar>
        <Button kind="secondary" onTap={() => setAsking(true)}>
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
        note="之后对方不再是会员，可以重新申请"
        onSend={reason => revoke.run({ membershipId, reason })}
      />
    </>
  )
}
