import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { type DeliveryDraft, type DeliveryProblems, type HomeAddress, homeOf } from '../../deliveryForm'

export interface DeliveryFieldsProps {
  draft: DeliveryDraft
  desks: Output<typeof api.mall.openProduct>['desks']
  addresses: Output<typeof api.mall.openProduct>['addresses']
  problems: DeliveryProblems
  onChange: (draft: DeliveryDraft) => void
}

interface DeskRowProps {
  desk: DeliveryFieldsProps['desks'][number]
  on: boolean
  end: ReactNode
  onTap: () => void
}

function DeskRow({ desk, on, end, onTap }: DeskRowProps) {
  const { name, site, hours } = desk
  return (
    <View
      className={`redeem__desk${on ? ' redeem__desk--on' : ''}`}
      {...tappable(undefined, 'radio')}
      {...ariaState({ checked: on })}
      onClick={onTap}
    >
      <Icon name="pin" />
      <View className="grow">
        <View className="t14 medium">{name}</View>
        <View className="t12 secondary">
          {site} · {hours}
        </View>
      </View>
      {end}
    </View>
  )
}

/** The chosen desk alone, so that the sum below stays in sight; the others are a tap away. */
function DeskChoice({ draft, desks, onChange }: DeliveryFieldsProps) {
  const chosen = desks.find(({ deskId }) => deskId === draft.deskId)
  const [asked, setAsked] = useState(false)
  const isChoosing = asked || chosen === undefined
  const choose = (deskId: string) => {
    onChange({ ...draft, deskId })
    setAsked(false)
  }
  const shown = isChoosing ? desks : [chosen]
  return (
    <View className="mt-16" {...spokenAs('radiogroup')} aria-label="在哪个前台拿">
      {shown.map(desk => {
        const on = desk.deskId === draft.deskId
        const another = desks.length > 1 ? <View className="t14 accent nowrap">换一个</View> : undefined
        const check = on ? <Icon name="check" size={20} className="accent" /> : undefined
        return (
          <DeskRow
            key={desk.deskId}
            desk={desk}
            on={on}
            end={isChoosing ? check : another}
            onTap={() => (isChoosing ? choose(desk.deskId) : setAsked(desks.length > 1))}
          />
        )
      })}
    </View>
  )
}

/** The address book: a tap fills the fields below. */
function AddressChoice({ draft, addresses, onChange }: DeliveryFieldsProps) {
  return (
    <View className="redeem__kinds">
      {addresses.map(saved => {
        const home = homeOf(saved)
        return (
          <Chip
            key={saved.addressId}
            on={home.address === draft.address && home.phone === draft.phone}
            onTap={() => onChange({ ...draft, ...home })}
          >
            {saved.region.at(-1)} {saved.recipient}
          </Chip>
        )
      })}
      <Chip onTap={() => openPage('mall/addresses')}>地址簿</Chip>
    </View>
  )
}

/** Where it goes: one of the desks, or an address that stays on this phone. */
export function DeliveryFields(props: DeliveryFieldsProps) {
  const { draft, problems, onChange } = props
  const [left, setLeft] = useState<ReadonlySet<keyof HomeAddress>>(new Set())
  /** A field is wrong once it has been left; before, it is only not finished. */
  const told = (field: keyof HomeAddress) => ({
    error: left.has(field) ? problems[field] : undefined,
    onBlur: (value: string) => {
      if (value.trim()) setLeft(before => new Set(before).add(field))
    },
  })
  if (draft.kind === 'code') return null
  if (draft.kind === 'desk') return <DeskChoice {...props} />
  return (
    <View className="mt-8">
      <AddressChoice {...props} />
      <Field
        label="收件人"
        icon="person"
        value={draft.recipient}
        placeholder="收件人的姓名"
        {...told('recipient')}
        onChange={recipient => onChange({ ...draft, recipient })}
      />
      <Field
        label="手机号"
        icon="phone"
        type="number"
        maxLength={11}
        value={draft.phone}
        placeholder="快递打得通的 11 位手机号"
        {...told('phone')}
        onChange={phone => onChange({ ...draft, phone })}
      />
      <Field
        label="地址"
        icon="pin"
        value={draft.address}
        placeholder="省市区、街道、门牌号"
        {...told('address')}
        hint="地址记在这台手机上，下次不用再填"
        onChange={address => onChange({ ...draft, address })}
      />
    </View>
  )
}
