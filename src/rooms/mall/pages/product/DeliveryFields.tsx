import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import type { DeliveryDraft, DeliveryProblems } from '../../deliveryForm'

export interface DeliveryFieldsProps {
  draft: DeliveryDraft
  desks: Output<typeof api.mall.openProduct>['desks']
  problems: DeliveryProblems
  onChange: (draft: DeliveryDraft) => void
}

function DeskChoice({ draft, desks, problems, onChange }: DeliveryFieldsProps) {
  return (
    <View className="mt-16" {...spokenAs('radiogroup')} aria-label="在哪个前台拿">
      {desks.map(({ deskId, name, site, hours }) => {
        const on = deskId === draft.deskId
        return (
          <View
            key={deskId}
            className={`redeem__desk${on ? ' redeem__desk--on' : ''}`}
            {...tappable(undefined, 'radio')}
            {...ariaState({ checked: on })}
            onClick={() => onChange({ ...draft, deskId })}
          >
            <Icon name="pin" />
            <View className="grow">
              <View className="t14 medium">{name}</View>
              <View className="t12 secondary">
                {site} · {hours}
              </View>
            </View>
            {on ? <Icon name="check" size={20} className="accent" /> : null}
          </View>
        )
      })}
      {problems.deskId ? (
        <View className="t12 bad" {...spokenAs('alert')}>
          {problems.deskId}
        </View>
      ) : null}
    </View>
  )
}

/** Where it goes: one of the desks, or an address that stays on this phone. */
export function DeliveryFields(props: DeliveryFieldsProps) {
  const { draft, problems, onChange } = props
  if (draft.kind === 'desk') return <DeskChoice {...props} />
  return (
    <View className="mt-8">
      <Field
        label="收件人"
        icon="person"
        value={draft.recipient}
        error={problems.recipient}
        onChange={recipient => onChange({ ...draft, recipient })}
      />
      <Field
        label="手机号"
        icon="phone"
        type="number"
        maxLength={11}
        value={draft.phone}
        error={problems.phone}
        onChange={phone => onChange({ ...draft, phone })}
      />
      <Field
        label="地址"
        icon="pin"
        value={draft.address}
        placeholder="省市区、街道、门牌号"
        error={problems.address}
        hint="地址记在这台手机上，下次不用再填"
        onChange={address => onChange({ ...draft, address })}
      />
    </View>
  )
}
