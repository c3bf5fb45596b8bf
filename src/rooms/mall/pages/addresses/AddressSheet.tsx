import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useSession } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { Switch } from '@/ui/switch/Switch'
import '../../delivery.scss'
import { isWhole, type Region, regionNames, regionsBelow, withRegion } from './regions'

type Address = Output<typeof api.mall.listAddresses>['addresses'][number]

/** Where the company is, and most of its people live; the others are a tap away. */
const nearProvinces = ['上海市', '江苏省', '浙江省', '四川省', '黑龙江省', '北京市']

/** Province, city, district, one after the other; what was chosen so far is taken back with a tap. */
function RegionChoice({ onDone }: { onDone: (names: string[]) => void }) {
  const [chosen, setChosen] = useState<readonly Region[]>([])
  const [all, setAll] = useState(false)
  const below = regionsBelow(chosen)
  const near = below.filter(({ name }) => nearProvinces.includes(name))
  const isFolded = chosen.length === 0 && !all && near.length > 0
  const choose = (region: Region) => {
    const next = withRegion(chosen, region)
    if (isWhole(next)) onDone(regionNames(next))
    else setChosen(next)
  }
  return (
    <View className="mt-12">
      <View className="row row--between gap-8">
        <View className="t12 secondary">{regionNames(chosen).join(' ') || '选省份'}</View>
        {chosen.length > 0 ? (
          <Button kind="text" size="small" onTap={() => setChosen([])}>
            重选省份
          </Button>
        ) : null}
      </View>
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

/** What still has to be written, or is written wrong; undefined: nothing. */
function problemOf(address: Pick<Address, 'recipient' | 'phone' | 'region' | 'detail'>): string | undefined {
  if (address.recipient.trim().length < 2) return '收件人写 2 个字以上'
  if (!/^1\d{10}$/.test(address.phone)) return '手机号是 1 开头的 11 位数字'
  if (address.region.length === 0) return '选到区或县'
  return address.detail.trim().length < 2 ? '写到门牌号，快递才找得到' : undefined
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
  const given = { recipient, phone, region: [...region], detail, preferred }
  const problem = problemOf(given)
  return (
    <Sheet
      open
      title={address ? '改地址' : '新地址'}
      onClose={onClose}
      missing={problem}
      note="只有发货的管理员看得到"
      action={
        <Button
          disabled={problem !== undefined}
          onTap={() => save.run({ ...given, ...(address ? { addressId: address.addressId } : {}) })}
        >
          存好
        </Button>
      }
    >
      <Field label="收件人" value={recipient} maxLength={20} onChange={setRecipient} />
      <Field label="手机号" type="number" value={phone} maxLength={11} onChange={setPhone} />
      {region.length > 0 ? (
        <ListRow
          title={region.join(' ')}
          meta="地区"
          end={
            <Button kind="text" size="small" onTap={() => setRegion([])}>
              重选
            </Button>
          }
        />
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
