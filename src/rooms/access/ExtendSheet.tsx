import { dayOf, inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import type { Held } from './RevokeSheet'

/** What is offered first: a quarter more. */
const MONTHS_MORE = 3

interface ExtendSheetProps extends Omit<Held, 'grant'> {
  grant: Held['grant'] & { endsAt: number }
  onClose: () => void
}

/** Lets a role that has an end go on until a later day. */
export function ExtendSheet({ employeeId, name, grant, onClose }: ExtendSheetProps) {
  // The end is the first moment that no longer counts.
  const lastDayNow = inChina(grant.endsAt - 1)
  const [lastDay, setLastDay] = useState(lastDayNow.add(MONTHS_MORE, 'month').format('YYYY-MM-DD'))
  const extend = useCommand(api.access.extendRole, {
    outdates: [api.access.openRoleDesk, api.identity.openMember],
    onDone: () => {
      toast.show(`续到了 ${lastDay}，已经告诉本人`)
      onClose()
    },
  })
  const { role, scopeId } = grant
  const send = () => extend.run({ employeeId, role, ...(scopeId === null ? {} : { scopeId }), lastDay })
  return (
    <Sheet
      open
      title={`给${name}的${grant.name}续期`}
      onClose={onClose}
      note="范围不变，记进操作记录"
      action={<Button onTap={send}>续到 {lastDay}</Button>}
    >
      <View className="t14 secondary">现在到 {lastDayNow.format('YYYY-MM-DD')}</View>
      <PickerField
        label="新的最后一天"
        mode="date"
        value={lastDay}
        min={dayOf(grant.endsAt)}
        onChange={setLastDay}
      />
    </Sheet>
  )
}
