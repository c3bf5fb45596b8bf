import { View } from '@tarojs/components'
import { useRef } from 'react'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import './phoneField.scss'

export interface PhoneFieldProps {
  /** WeChat's code; empty until given. It is worth one reading of the number. */
  code: string
  onCode: (code: string) => void
  label?: string
}

/** WeChat's code is used up by an answer of the server, whatever it says; the next attempt needs another. */
export const codesAreSpent = true

/** The number comes from WeChat, which has proved it; nobody types it. The browser's stand-in is in `.h5.tsx`. */
export function PhoneField({ code, onCode, label = '手机号' }: PhoneFieldProps) {
  const wasGiven = useRef(false)
  if (code) wasGiven.current = true
  const before = wasGiven.current ? '上一次的授权用过了，再点一次' : '用微信里的手机号'
  return (
    <View className="phone-field">
      <Icon name="phone" className="field__icon" />
      <View className="grow">
        <View className="t12 secondary">{label}</View>
        <View className="t16">{code ? '微信已授权' : before}</View>
      </View>
      <Button
        kind="soft"
        size="small"
        openType="getPhoneNumber"
        onGetPhoneNumber={event => onCode(event.detail.code ?? '')}
      >
        {code ? '换一个' : '授权'}
      </Button>
    </View>
  )
}
