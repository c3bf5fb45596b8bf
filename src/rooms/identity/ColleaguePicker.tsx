import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { Face } from '@/rooms/Face'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { useSettled } from '@/ui/field/useSettled'
import { ListRow } from '@/ui/listRow/ListRow'
import './colleaguePicker.scss'

export type Colleague = Output<typeof api.identity.findColleagues>['colleagues'][number]

export interface ColleaguePickerProps {
  /** "交给谁" */
  label: string
  value: Colleague | undefined
  onChange: (colleague: Colleague | undefined) => void
  /** Whom it makes no sense to choose, such as oneself. */
  without?: readonly string[]
}

const metaOf = ({ site, department, employeeId }: Colleague) =>
  [site, department, employeeId].filter(Boolean).join(' · ')

function Found({ text, without = [], onChange }: { text: string } & Omit<ColleaguePickerProps, 'label'>) {
  const query = useQueryOf(api.identity.findColleagues, { text }, { enabled: text !== '', kept: false })
  if (text === '') return null
  if (query.isError)
    return (
      <Button kind="text" onTap={() => query.refetch()}>
        没能搜到，点这里再试
      </Button>
    )
  const found = query.data?.colleagues.filter(({ employeeId }) => !without.includes(employeeId))
  if (found?.length === 0)
    return (
      <View className="t14 secondary colleague-picker__none">
        没有在职同事叫「{text}」，试试全拼或员工编号
      </View>
    )
  return (
    <View aria-live="polite">
      {found?.map(colleague => (
        <ListRow
          key={colleague.employeeId}
          lead={<Face of={colleague} size={40} />}
          title={colleague.name}
          meta={metaOf(colleague)}
          chevron={false}
          onTap={() => onChange(colleague)}
        />
      ))}
    </View>
  )
}

/** For a card without padding: finds one colleague by name, pinyin, initials or number, while it is being typed. */
export function ColleaguePicker(props: ColleaguePickerProps) {
  const { label, value, onChange } = props
  const [typed, setTyped] = useState('')
  const settled = useSettled(typed.trim())
  if (value)
    return (
      <ListRow
        lead={<Face of={value} size={40} />}
        title={value.name}
        meta={metaOf(value)}
        end={
          <Button kind="secondary" size="small" onTap={() => onChange(undefined)}>
            换一位
          </Button>
        }
      />
    )
  return (
    <View>
      <View className="pad">
        <Field
          label={label}
          icon="search"
          value={typed}
          maxLength={20}
          placeholder="姓名、拼音或员工编号"
          onChange={setTyped}
        />
      </View>
      <Found
        text={typed.trim() === '' ? '' : settled}
        value={value}
        without={props.without ?? []}
        onChange={colleague => {
          setTyped('')
          onChange(colleague)
        }}
      />
    </View>
  )
}
