import { useState } from 'react'
import { Field } from '@/ui/field/Field'
import type { PhoneFieldProps } from './PhoneField'

export type { PhoneFieldProps } from './PhoneField'

/** The local cloud takes the same code as often as it comes. */
export const codesAreSpent = false

const isWhole = (number: string) => /^1\d{10}$/.test(number.trim())

/**
 * The browser has no WeChat to vouch for a number. The local cloud takes `phone:<number>` for a code; the real one
 * refuses it, so this field can't register anybody there.
 */
export function PhoneField({ onCode, label = '手机号' }: PhoneFieldProps) {
  const [number, setNumber] = useState('')
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
      value={number}
      placeholder="11 位数字"
      onChange={take}
    />
  )
}
