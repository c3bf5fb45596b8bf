import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './keyValue.scss'

export interface KeyValueRowProps {
  label: string
  /** The sum of the rows above: larger, under a rule. */
  total?: boolean
  /** A row of its own in a card without padding, with a rule to the row above; not a line of a sum. */
  ruled?: boolean
}

/** What it is at the left, what it says at the right. */
export function KeyValueRow({
  label,
  total = false,
  ruled = false,
  children,
}: PropsWithChildren<KeyValueRowProps>) {
  return (
    <View className={`key-value${total ? ' key-value--total' : ''}${ruled ? ' key-value--ruled' : ''}`}>
      <View className="key-value__label">{label}</View>
      <View className="key-value__value">{children}</View>
    </View>
  )
}
