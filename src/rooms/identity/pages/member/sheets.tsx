import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, useCommand, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { reasonIsGood } from '../../../access/public'
import { memberQueries } from '../../memberWords'
import { PlaceField } from '../../PlaceField'

interface SheetProps {
  open: boolean
  onClose: () => void
  employeeId: string
}

interface FormProps extends Pick<SheetProps, 'open' | 'onClose'> {
  title: string
  note: string
  action: string
  /** Why it cannot be sent yet, besides the reason. */
  missing?: string | undefined
  onSend: (reason: string) => Promise<unknown>
  children?: ReactNode
}

/** A change of somebody's data, with the reason that is kept. */
function FormSheet({ open, onClose, title, note, action, onSend, children, ...form }: FormProps) {
  const [reason, setReason] = useState('')
  const missing = form.missing ?? (reasonIsGood(reason) ? undefined : '写一句理由')
  const send = async () => {
    await onSend(reason.trim())
    onClose()
  }
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      missing={missing}
      note={note}
      action={
        <Button disabled={missing !== undefined} onTap={send}>
          {action}
        </Button>
      }
    >
      {children}
      <Field label="理由" multiline value={reason} maxLength={limits.reasonMax} onChange={setReason} />
    </Sheet>
  )
}

export function CorrectSheet(props: SheetProps & { name: string; joinedOn: string }) {
  const [name, setName] = useState(props.name)
  const [joinedOn, setJoinedOn] = useState(props.joinedOn)
  const correct = useCommand(api.identity.correctMember, {
    outdates: memberQueries,
    onDone: () => toast.show('改好了'),
  })
  const { open, onClose, employeeId } = props
  return (
    <FormSheet
      {...{ open, onClose }}
      title="更正资料"
      note="下次导入名单时以名单为准"
      action="保存"
      missing={[...name.trim()].length >= 2 ? undefined : '姓名至少两个字'}
      onSend={reason => correct.run({ employeeId, name: name.trim(), joinedOn, reason })}
    >
      <Field label="姓名" value={name} maxLength={20} onChange={setName} />
      <PickerField label="入职日期" mode="date" value={joinedOn} onChange={setJoinedOn} />
    </FormSheet>
  )
}

export function TransferSheet(props: SheetProps & { department: string; site: string }) {
  const [department, setDepartment] = useState(props.department)
  const [site, setSite] = useState(props.site)
  const [isNew, setIsNew] = useState(false)
  const places = useQueryOf(api.identity.openPlaces, {}, { enabled: props.open, kept: false }).data
  const transfer = useCommand(api.identity.transferMember, {
    outdates: memberQueries,
    onDone: ({ ended }) => toast.show(ended.length > 0 ? `已调动，收回了${ended.join('、')}` : '已调动'),
  })
  const { open, onClose, employeeId } = props
  const to = { department: department.trim(), site: site.trim() }
  const isSame = to.department === props.department && to.site === props.site
  const isWhole = to.department !== '' && to.site !== ''
  const isStrange =
    places !== undefined &&
    isWhole &&
    !(places.departments.includes(to.department) && places.sites.includes(to.site))
  const unsure = isStrange && !isNew ? '选一个名单里有的，新的要勾一下' : undefined
  const missing = isSame ? '还没改部门或园区' : isWhole ? unsure : '部门和园区都要写'
  return (
    <FormSheet
      {...{ open, onClose }}
      title="调动"
      note="限在原来部门或园区的角色会收回，其他的不变"
      action="调动"
      missing={missing}
      onSend={reason => transfer.run({ employeeId, ...to, newPlace: isStrange && isNew, reason })}
    >
      <PlaceField label="部门" value={department} known={places?.departments} onChange={setDepartment} />
      <PlaceField label="园区" value={site} known={places?.sites} onChange={setSite} />
      {isStrange ? (
        <Checkbox checked={isNew} onChange={setIsNew}>
          是新的部门或园区，写法没有错
        </Checkbox>
      ) : null}
    </FormSheet>
  )
}

const spans = [1, 3, 7, 30, 90] as const

export function MuteSheet({ open, onClose, employeeId, muted }: SheetProps & { muted: boolean }) {
  const [days, setDays] = useState<number>(muted ? 0 : 7)
  const mute = useCommand(api.identity.muteMember, {
    outdates: memberQueries,
    onDone: ({ mutedUntil }) => toast.show(mutedUntil === null ? '可以发言了' : '已停言，本人会收到理由'),
  })
  return (
    <FormSheet
      {...{ open, onClose }}
      title="停言"
      note="停言时能看不能发，本人会收到理由"
      action={days === 0 ? '恢复发言' : `停言 ${days} 天`}
      onSend={reason => mute.run({ employeeId, days, reason })}
    >
      <View className="member__spans">
        {muted ? (
          <Chip on={days === 0} onTap={() => setDays(0)}>
            恢复发言
          </Chip>
        ) : null}
        {spans.map(span => (
          <Chip key={span} on={span === days} onTap={() => setDays(span)}>
            {span} 天
          </Chip>
        ))}
      </View>
    </FormSheet>
  )
}
