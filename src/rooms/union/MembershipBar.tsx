import type { MembershipAction } from '@domain/union/membership'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { membershipQueries } from './outdated'

export interface MembershipBarProps {
  associationId: string
  /** What the membership table lets the person do now. */
  actions: readonly MembershipAction[]
  /** The association takes new members. */
  open: boolean
  onApply: () => void
}

/** The way out stands quietly at the page's end. It gives up a place that has to be applied for again, so it asks first. */
export function LeaveAssociation({
  associationId,
  associationName,
  actions,
}: Pick<MembershipBarProps, 'associationId' | 'actions'> & { associationName: string }) {
  const [asking, setAsking] = useState(false)
  const leave = useCommand(api.union.leave, {
    outdates: membershipQueries,
    onDone: () => {
      setAsking(false)
      toast.show(`已退出${associationName}`)
    },
  })
  if (!actions.includes('leave')) return null
  return (
    <>
      <Button kind="text" block onTap={() => setAsking(true)}>
        退出协会
      </Button>
      <Sheet
        open={asking}
        title={`退出${associationName}`}
        onClose={() => setAsking(false)}
        note="想回来时，重新申请就好"
        action={
          <>
            <Button kind="secondary" onTap={() => setAsking(false)}>
              再想想
            </Button>
            <Button kind="dangerFilled" onTap={() => leave.run({ associationId })}>
              退出
            </Button>
          </>
        }
      >
        <View className="t14 secondary">
          退出后不再是会员，「限会员」活动的名额也会让出来；会长会看到这一条记录。
        </View>
      </Sheet>
    </>
  )
}

/** The applicant's next step, under the thumb; nothing where there is none. */
export function MembershipBar({ associationId, actions, open, onApply }: MembershipBarProps) {
  const withdraw = useCommand(api.union.withdraw, {
    outdates: membershipQueries,
    onDone: () => toast.show('已撤回，想加入时再申请'),
  })
  if (actions.includes('apply')) {
    return (
      <BottomBar consequence={open ? undefined : '这个协会现在不招新成员'}>
        <Button disabled={!open} onTap={onApply}>
          申请加入
        </Button>
      </BottomBar>
    )
  }
  if (actions.includes('withdraw')) {
    return (
      <BottomBar consequence="会长回复前都可以撤回">
        <Button kind="secondary" onTap={() => withdraw.run({ associationId })}>
          撤回申请
        </Button>
      </BottomBar>
    )
  }
  return null
}
