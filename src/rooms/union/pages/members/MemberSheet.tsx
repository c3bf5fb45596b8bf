import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
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
      onClose()
      toast.show('已经问了对方，接受之前你仍是会长')
    },
  })
  // The sheet slides out with its words still on it.
  const { person, joinedAt } = useLast(member) ?? {}
  return (
    <Sheet
      open={member !== undefined}
      title={person?.name ?? ''}
      onClose={onClose}
      note={holdsOffice ? '交接要对方接受才算，之前随时可以收回' : '会长交接只能由会长本人发起'}
      action={
        <>
          <Button kind="danger" onTap={onRemove}>
            移出协会
          </Button>
          {holdsOffice ? (
            <Button
              onTap={() =>
                person ? offer.run({ associationId, toEmployeeId: person.employeeId }) : undefined
              }
            >
              请 TA 接任会长
            </Button>
          ) : null}
        </>
      }
    >
      <View className="t14 secondary">
        {person ? `${person.site} · ${person.department} · ${person.employeeId}` : ''}
      </View>
      <View className="t14 secondary mt-4">
        {joinedAt === undefined ? '' : `${inChina(joinedAt).format('YYYY 年 M 月 D 日')}入会`}
      </View>
    </Sheet>
  )
}
