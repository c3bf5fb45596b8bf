import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { PhoneField } from './PhoneField'
import { isEmployeeId, type RegisterDraft, readEmployeeId } from './registerForm'

interface IdentityFieldsProps {
  draft: RegisterDraft
  onChange: (part: Partial<RegisterDraft>) => void
  phoneLabel?: string
}

/** The three things that say who one is: number, name, phone. */
export function IdentityFields({ draft, onChange, phoneLabel }: IdentityFieldsProps) {
  return (
    <>
      <Field
        label="员工编号"
        icon="idc"
        value={draft.employeeId}
        maxLength={12}
        placeholder="VC 加 6 位数字"
        end={isEmployeeId(draft.employeeId) ? <Icon name="check" size={20} /> : undefined}
        onChange={employeeId => onChange({ employeeId })}
        onBlur={typed => onChange({ employeeId: readEmployeeId(typed) })}
      />
      <Field
        label="姓名"
        icon="person"
        value={draft.name}
        maxLength={40}
        placeholder="和工牌上的一样"
        onChange={name => onChange({ name })}
      />
      <PhoneField label={phoneLabel} code={draft.phoneCode} onCode={phoneCode => onChange({ phoneCode })} />
    </>
  )
}
