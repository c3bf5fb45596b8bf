import { useState } from 'react'
import { Field } from '@/ui/field/Field'
import type { PhoneFieldProps } from './PhoneField'

export type { PhoneFieldProps } from './PhoneField'

const isWhole = (number: string) => /^1\d{10}$/.test(number.trim())

/**
 * The browser has no WeChat to vouch for a number. The local cloud takes `phone:<number>` for a code; the real one
 * refuses it, so this field can't register anybody there.
 */
export function PhoneField({ code, onCode, label = '手机号' }: PhoneFieldProps) {
  const [number, setNumber] = useState('')
  // A code that was used up is asked for again, as WeChat's button would.
  const isUsedUp = code === '' && isWhole(number)
  const take = (typed: string) => {
    setNumber(typed)
    onCode(isWhole(typed) ? `phone:${typed.trim()}` : '')
  }
  return (
    <Field
      label={label}
      icon="phone"
      type="number"
      maxLength={11}
      value={isUsedUp ? '' : number}
      placeholder="11 位数字"
      onChange={take}
    />
  )
}
