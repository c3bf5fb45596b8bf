import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/ui/button/Button'
import { copyText } from '@/ui/device/copyText'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import './phoneRow.scss'

interface PhoneRowProps {
  label?: string
  masked: string
  /** The whole number, once somebody has looked: until one leaves the page. */
  phone: string | undefined
  ruled?: boolean
}

/** A colleague's number: masked until it was looked at, then there to be called or taken along. */
export function PhoneRow({ label = '手机号', masked, phone, ruled = false }: PhoneRowProps) {
  return (
    <KeyValueRow label={label} ruled={ruled}>
      {phone === undefined ? masked : <Reach phone={phone} />}
    </KeyValueRow>
  )
}

function Reach({ phone }: { phone: string }) {
  const call = () => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  return (
    <>
      <View className="phone-row__number">{phone}</View>
      <View className="row gap-8 phone-row__reach">
        <Button kind="secondary" size="small" label={`打电话 ${phone}`} onTap={call}>
          打电话
        </Button>
        <Button
          kind="secondary"
          size="small"
          label={`复制 ${phone}`}
          onTap={() => copyText(phone, '号码复制好了')}
        >
          复制
        </Button>
      </View>
    </>
  )
}
