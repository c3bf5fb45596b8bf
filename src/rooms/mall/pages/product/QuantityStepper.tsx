import { View } from '@tarojs/components'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'

export interface QuantityStepperProps {
  value: number
  most: number
  unit: string
  onChange: (value: number) => void
}

/** One less, one more; each a target of 44. */
export function QuantityStepper({ value, most, unit, onChange }: QuantityStepperProps) {
  const step = (icon: 'minus' | 'plus', label: string, next: number) => {
    const off = next < 1 || next > most
    return (
      <View
        className={`stepper__one${off ? ' stepper__one--off' : ''}`}
        {...tappable(label)}
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
    <View className="stepper" {...spokenAs('group')} aria-label="数量">
      {step('minus', `少一${unit}`, value - 1)}
      <View className="stepper__value" aria-live="polite">
        {value}
      </View>
      {step('plus', `多一${unit}`, value + 1)}
    </View>
  )
}
