import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useSession } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { Switch } from '@/ui/switch/Switch'
import '../../delivery.scss'
import { type Region, regionsBelow } from './regions'

type Address = Output<typeof api.mall.listAddresses>['addresses'][number]

/** Where the company is, and most of its people live; the others are a tap away. */
const nearProvinces = ['上海市', '江苏省', '浙江省', '四川省', '黑龙江省', '北京市']

/** Province, city, district, one after the other; a place that has no third level is done with two. */
function RegionChoice({ onDone }: { onDone: (names: string[]) => void }) {
  const [chosen, setChosen] = useState<readonly Region[]>([])
  const [all, setAll] = useState(false)
  const below = regionsBelow(chosen)
  const near = below.filter(({ name }) => nearProvinces.includes(name))
  const isFolded = chosen.length === 0 && !all && near.length > 0
  const choose = (region: Region) => {
    const next = [...chosen, region]
    if (next.length === 3 || regionsBelow(next).length === 0) onDone(next.map(({ name }) => name))
    else setChosen(next)
  }
  return (
    <View className="mt-12">
      <View className="t12 secondary">{chosen.map(({ name }) => name).join(' ') || '选省份'}</View>
      <View className="redeem__kinds">
        {(isFolded ? near : below).map(region => (
          <Chip key={region.code} onTap={() => choose(region)}>
            {region.name}
          </Chip>
        ))}
        {isFolded ? (
          <Chip soft onTap={() => setAll(true)}>
            别的省份
          </Chip>
        ) : null}
      </View>
    </View>
  )
}

export interface AddressSheetProps {
  address: Address | undefined
  /** The number that the last parcel was announced to; for a new address. */
  knownPhone: string
  onClose: () => void
}

/** One address, new or known. */
export function AddressSheet({ address, knownPhone, onClose }: AddressSheetProps) {
  const { me } = useSession()
  const [recipient, setRecipient] = useState(address?.recipient ?? me?.name ?? '')
  const [phone, setPhone] = useState(address?.phone ?? knownPhone)
  const [region, setRegion] = useState<readonly string[]>(address?.region ?? [])
  const [detail, setDetail] = useState(address?.detail ?? '')
  const [preferred, setPreferred] = useState(address?.preferred ?? false)
  const save = useCommand(api.mall.saveAddress, {
    outdates: [api.mall.listAddresses, api.mall.openProduct, api.mall.openBasket],
    onDone: onClose,
  })
  const good =
    recipient.trim().length >= 2 && /^1\d{10}$/.test(phone) && region.length > 0 && detail.trim().length >= 2
  const given = { recipient, phone, region: [...region], detail, preferred }
  return (
    <Sheet
      open
      title={address ? '改地址' : '新地址'}
      onClose={onClose}
      note={good ? '只有发货的管理员看得到' : '姓名、手机号、地区和门牌都要写'}
      action={
        <Button
          disabled={!good}
          onTap={() => save.run({ ...given, ...(address ? { addressId: address.addressId } : {}) })}
        >
          存好
        </Button>
      }
    >
      <Field label="收件人" value={recipient} maxLength={20} onChange={setRecipient} />
      <Field label="手机号" type="number" value={phone} maxLength={11} onChange={setPhone} />
      {region.length > 0 ? (
        <KeyValueRow label="地区">
          {region.join(' ')}
          <Button kind="text" size="small" onTap={() => setRegion([])}>
            重选
          </Button>
        </KeyValueRow>
      ) : (
        <RegionChoice onDone={setRegion} />
      )}
      <Field label="街道和门牌" value={detail} maxLength={120} onChange={setDetail} />
      <KeyValueRow label="平时就寄这里">
        <Switch on={preferred} label="平时就寄这里" onChange={setPreferred} />
      </KeyValueRow>
    </Sheet>
  )
}
