import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useLast } from '@/api'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { associationQueries } from '../../outdated'

export type Member = Output<typeof api.union.listMembers>['members'][number]

export interface MemberSheetProps {
  associationId: string
  member: Member | undefined
  holdsOffice: boolean
  onClose: () => void
  onRemove: () => void
}

/** What a president may do about one member. */
export function MemberSheet({ associationId, member, holdsOffice, onClose, onRemove }: MemberSheetProps) {
  const offer = useCommand(api.union.offerOffice, {
    outdates: associationQueries,
    onDone: () => {
      close()
      toast.show('已经问了对方，接受之前你仍是会长')
    },
  })
  const [asking, setAsking] = useState(false)
  // The sheet slides out with its words still on it.
  const { person, joinedAt } = useLast(member) ?? {}
  const { name = '', employeeId = '' } = person ?? {}
  const close = () => {
    setAsking(false)
    onClose()
  }
  if (asking)
    return (
      <Sheet
        open={member !== undefined}
        title={`请${name}接任会长`}
        onClose={close}
        note="对方接受才算，之前你仍是会长，随时可以收回"
        action={
          <>
            <Button kind="secondary" onTap={() => setAsking(false)}>
              再想想
            </Button>
            <Button onTap={() => offer.run({ associationId, toEmployeeId: employeeId })}>问 TA</Button>
          </>
        }
      >
        <View className="t14 secondary">接受以后，审批入会、办活动都由{name}来，你成为普通会员。</View>
      </Sheet>
    )
  return (
    <Sheet
      open={member !== undefined}
      title={name}
      onClose={close}
      note={holdsOffice ? '交接要对方接受才算，之前随时可以收回' : '会长交接只能由会长本人发起'}
      action={
        <>
          <Button kind="danger" onTap={onRemove}>
            移出协会
          </Button>
          {holdsOffice ? (
            <Button kind="secondary" onTap={() => setAsking(true)}>
              请 TA 接任会长
            </Button>
          ) : null}
        </>
      }
    >
      <View className="t14 secondary">
        {person ? `${person.site} · ${person.department} · ${employeeId}` : ''}
      </View>
      <View className="t14 secondary mt-4">
        {joinedAt === undefined ? '' : `${inChina(joinedAt).format('YYYY 年 M 月 D 日')}入会`}
      </View>
    </Sheet>
  )
}
