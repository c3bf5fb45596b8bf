import { useState } from 'react'
import { Field } from '@/ui/field/Field'
import type { PhoneFieldProps } from './PhoneField'

export type { PhoneFieldProps } from './PhoneField'

/**
 * The browser has no WeChat to vouch for a number. The local cloud takes `phone:<number>` for a code; the real one
 * refuses it, so this field can't register anybody there.
 */
export function PhoneField({ onCode, label = '手机号' }: PhoneFieldProps) {
  const [number, setNumber] = useState('')
  const take = (typed: string) => {
    setNumber(typed)
    onCode(/^1\d{10}$/.test(typed.trim()) ? `phone:${typed.trim()}` : '')
  }
  return (
    <Field
      label={label}
      icon="phone"
      type="number"
      maxLength={11}
      value={number}
      placeholder="11 位数字"
      onChange={take}
    />
  )
}
