import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { ariaState } from '../a11y/ariaState'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import './checkbox.scss'

export interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Round to choose among rows, square to agree. */
  shape?: 'round' | 'square'
  /** One of several, of which exactly one holds. */
  radio?: boolean
  /** Read aloud; needed when there are no words inside. */
  label?: string
  disabled?: boolean
}

/** The mark and the words beside it are one target of 44. */
export function Checkbox({
  checked,
  onChange,
  radio = false,
  shape = radio ? 'round' : 'square',
  label,
  disabled,
  children,
}: PropsWithChildren<CheckboxProps>) {
  return (
    <View
      className={`checkbox checkbox--${shape}${checked ? ' checkbox--on' : ''}${disabled ? ' checkbox--off' : ''}`}
      {...tappable(label, radio ? 'radio' : 'checkbox')}
      {...ariaState({ checked, disabled: disabled ?? false })}
      onClick={event => {
        // In a row it marks; the row itself leads on.
        event.stopPropagation()
        if (!disabled) onChange(radio || !checked)
      }}
    >
      <View className="checkbox__mark">{checked ? <Icon name="check" size={16} /> : null}</View>
      {children ? <View className="checkbox__words">{children}</View> : null}
    </View>
  )
}
