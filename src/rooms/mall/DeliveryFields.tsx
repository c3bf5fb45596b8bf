import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { DeskChoice } from './DeskChoice'
import {
  type DeliveryDraft,
  type DeliveryProblems,
  deliveryProblems,
  type HomeAddress,
  homeOf,
  maskPhone,
} from './deliveryForm'

export interface DeliveryFieldsProps {
  draft: DeliveryDraft
  desks: Output<typeof api.mall.openProduct>['desks']
  addresses: Output<typeof api.mall.openProduct>['addresses']
  problems: DeliveryProblems
  onChange: (draft: DeliveryDraft) => void
}

/** The address book: a tap chooses. */
function AddressChoice({
  draft,
  addresses,
  onChange,
  onSaved,
}: DeliveryFieldsProps & { onSaved: () => void }) {
  return (
    <View className="redeem__kinds">
      {addresses.map(saved => {
        const home = homeOf(saved)
        return (
          <Chip
            key={saved.addressId}
            on={home.address === draft.address && home.phone === draft.phone}
            onTap={() => {
              onChange({ ...draft, ...home })
              onSaved()
            }}
          >
            {saved.region.at(-1)} {saved.recipient}
          </Chip>
        )
      })}
      <Chip onTap={() => openPage('mall/addresses')}>地址簿</Chip>
    </View>
  )
}

/** Where it goes, whole: the sum below stays in sight, and a tap leads to another place. */
function HomeRow({ home, onTap }: { home: HomeAddress; onTap: () => void }) {
  return (
    <View className="redeem__desk mt-16" {...tappable('换一个地址')} onClick={onTap}>
      <Icon name="pin" />
      <View className="grow">
        <View className="t14 medium">
          {home.recipient} {maskPhone(home.phone)}
        </View>
        <View className="t12 secondary">{home.address}</View>
      </View>
      <Icon name="next" size={16} />
    </View>
  )
}

/** Where it goes: one of the desks, or home. */
export function DeliveryFields(props: DeliveryFieldsProps) {
  const { draft, problems, onChange } = props
  // What stood there whole when the sheet opened is shown as one row; what is being written stays a form.
  const [isWriting, setWriting] = useState(
    () => Object.keys(deliveryProblems({ ...draft, kind: 'home' })).length > 0,
  )
  if (draft.kind === 'code') return null
  if (draft.kind === 'desk')
    return (
      <View className="mt-16">
        <DeskChoice
          desks={props.desks}
          deskId={draft.deskId}
          onChoose={deskId => onChange({ ...draft, deskId })}
        />
      </View>
    )
  if (!isWriting && Object.keys(problems).length === 0)
    return <HomeRow home={draft} onTap={() => setWriting(true)} />
  return <HomeFields {...props} onSaved={() => setWriting(false)} />
}

/** An address from the book, or one that is written for this time. */
function HomeFields(props: DeliveryFieldsProps & { onSaved: () => void }) {
  const { draft, problems, onChange } = props
  const [left, setLeft] = useState<ReadonlySet<keyof HomeAddress>>(new Set())
  /** A field is wrong once it has been left; before, it is only not finished. */
  const told = (field: keyof HomeAddress) => ({
    error: left.has(field) ? problems[field] : undefined,
    onBlur: (value: string) => {
      if (value.trim()) setLeft(before => new Set(before).add(field))
    },
  })
  return (
    <View className="column gap-8">
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
        multiline
        maxLength={limits.addressMax}
        value={draft.address}
        placeholder="省市区、街道、门牌号"
        {...told('address')}
        hint="地址记在这台手机上，下次不用再填"
        onChange={address => onChange({ ...draft, address })}
      />
    </View>
  )
}
