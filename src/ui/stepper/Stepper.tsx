import { View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import './stepper.scss'

export interface StepperProps {
  /** Read aloud: what is counted. */
  label: string
  value: number
  most: number
  unit: string
  onChange: (value: number) => void
}

/** One less, one more; each a target of 44. */
export function Stepper({ label, value, most, unit, onChange }: StepperProps) {
  const step = (icon: 'minus' | 'plus', words: string, next: number) => {
    const off = next < 1 || next > most
    return (
      <View
        className={`stepper__one${off ? ' stepper__one--off' : ''}`}
        {...tappable(words)}
        {...ariaState({ disabled: off })}
        onClick={() => {
          if (!off) onChange(next)
        }}
      >
        <Icon name={icon} size={20} />
      </View>
    )
  }
  return (
    <View className="stepper" {...spokenAs('group')} aria-label={label}>
      {step('minus', `少一${unit}`, value - 1)}
      <View className="stepper__value" aria-live="polite">
        {value}
      </View>
      {step('plus', `多一${unit}`, value + 1)}
    </View>
  )
}
