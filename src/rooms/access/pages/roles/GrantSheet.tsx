import { dayOf, type Instant } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useSession } from '@/api'
import { type Colleague, ColleaguePicker } from '@/rooms/identity/public'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { ScopeField } from './ScopeField'

export type Grantable = Output<typeof api.access.openRoleDesk>['grantable'][number]

export interface GrantSheetProps {
  open: boolean
  onClose: () => void
  grantable: readonly Grantable[]
  now: Instant
}

function RoleChoice({ grantable, chosen, onChoose }: ChoiceProps) {
  return (
    <>
      <View className="t12 secondary">给什么角色</View>
      <View className="roles__choice">
        {grantable.map(one => (
          <Chip key={one.role} on={one.role === chosen?.role} onTap={() => onChoose(one)}>
            {one.name}
          </Chip>
        ))}
      </View>
      {chosen ? <View className="t12 secondary roles__may">可以{chosen.may.join('；')}</View> : null}
    </>
  )
}

interface ChoiceProps {
  grantable: readonly Grantable[]
  chosen: Grantable | undefined
  onChoose: (one: Grantable) => void
}

/** What has to be chosen yet; undefined: nothing. */
function missingIn(colleague: Colleague | undefined, chosen: Grantable | undefined, scopeId: string) {
  if (!colleague) return '先选一位同事'
  if (!chosen) return '再选给什么角色'
  const lacksScope = chosen.scopeKind != null && !chosen.whole && scopeId.trim() === ''
  return lacksScope ? '再选管到哪儿' : undefined
}

/** Whom, which role, over what, until when. */
export function GrantSheet({ open, onClose, grantable, now }: GrantSheetProps) {
  const { me } = useSession()
  const [colleague, setColleague] = useState<Colleague>()
  const [chosen, setChosen] = useState<Grantable>()
  const [scopeId, setScopeId] = useState('')
  const [lastDay, setLastDay] = useState('')
  const give = useCommand(api.access.grantRole, {
    outdates: [api.access.openRoleDesk],
    onDone: () => {
      toast.show(`${colleague?.name ?? ''}是${chosen?.name ?? ''}了，已经告诉本人`)
      setColleague(undefined)
      onClose()
    },
  })
  const missing = missingIn(colleague, chosen, scopeId)
  const choose = (one: Grantable) => {
    setChosen(one)
    setScopeId('')
  }
  const send = () => {
    if (!colleague || !chosen) return undefined
    return give.run({
      employeeId: colleague.employeeId,
      role: chosen.role,
      ...(scopeId.trim() === '' ? {} : { scopeId: scopeId.trim() }),
      ...(lastDay === '' || chosen.role === 'admin' ? {} : { lastDay }),
    })
  }
  return (
    <Sheet
      open={open}
      title="授予角色"
      onClose={onClose}
      note="马上生效，并通知本人；随时可以收回"
      missing={missing}
      action={
        <Button disabled={missing !== undefined} onTap={send}>
          {colleague && chosen ? `请${colleague.name}做${chosen.name}` : '授予'}
        </Button>
      }
    >
      <ColleaguePicker
        label="给谁"
        value={colleague}
        onChange={setColleague}
        without={me ? [me.employeeId] : []}
      />
      <RoleChoice grantable={grantable} chosen={chosen} onChoose={choose} />
      {chosen?.scopeKind ? (
        <ScopeField
          kind={chosen.scopeKind}
          whole={chosen.whole}
          colleague={colleague}
          value={scopeId}
          onChange={setScopeId}
        />
      ) : null}
      {chosen && chosen.role !== 'admin' ? (
        <PickerField
          label="最后一天，不选就是长期"
          mode="date"
          value={lastDay}
          min={dayOf(now)}
          onChange={setLastDay}
        />
      ) : null}
    </Sheet>
  )
}
