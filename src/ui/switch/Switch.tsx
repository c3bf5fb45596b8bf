import { View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { tappable } from '../a11y/tappable'
import './switch.scss'

export interface SwitchProps {
  on: boolean
  onChange: (on: boolean) => void
  /** What it switches, read aloud. */
  label: string
}

/** On or off, at once; 48 × 28 in a target of 44. */
export function Switch({ on, onChange, label }: SwitchProps) {
  return (
    <View
      className={`switch${on ? ' switch--on' : ''}`}
      {...tappable(label, 'switch')}
      {...ariaState({ checked: on })}
      onClick={event => {
        event.stopPropagation()
        onChange(!on)
      }}
    >
      <View className="switch__track">
        <View className="switch__knob" />
      </View>
    </View>
  )
}
