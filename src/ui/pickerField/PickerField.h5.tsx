import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import '../field/field.scss'
import './pickerField.scss'
import type { PickerFieldProps } from './props'

export type { PickerFieldProps } from './props'

/** The browser's own field for a day or a time, which a keyboard can fill in as well. */
export function PickerField({ label, mode, value, min, max, error, onChange }: PickerFieldProps) {
  return (
    <View className={`field${error ? ' field--wrong' : ''}`}>
      <View className="field__line">
        <View className="field__main">
          <View className="field__label">{label}</View>
          <input
            className="picker-field__input"
            type={mode}
            aria-label={label}
            value={value}
            min={min}
            max={max}
            onChange={event => onChange(event.target.value)}
          />
        </View>
      </View>
      {error ? (
        <View className="field__note" aria-live="polite" {...spokenAs('alert')}>
          {error}
        </View>
      ) : null}
    </View>
  )
}
