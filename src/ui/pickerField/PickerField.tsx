import { Picker, View } from '@tarojs/components'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import '../field/field.scss'
import type { PickerFieldProps } from './props'

export type { PickerFieldProps } from './props'

/** A day or a time of day, chosen with WeChat's own wheels. The browser has its own in `PickerField.h5.tsx`. */
export function PickerField({ label, mode, value, min, max, error, onChange }: PickerFieldProps) {
  const take = (event: { detail: { value: string } }) => onChange(event.detail.value)
  const words = value || '请选择'
  const line = (
    <View className="field__line" {...tappable(`${label}，${words}`)}>
      <View className="field__main">
        <View className="field__label">{label}</View>
        <View className="field__input">{words}</View>
      </View>
      <Icon name="next" size={16} />
    </View>
  )
  return (
    <View className={`field${error ? ' field--wrong' : ''}`}>
      {mode === 'date' ? (
        <Picker mode="date" value={value} start={min ?? ''} end={max ?? ''} onChange={take}>
          {line}
        </Picker>
      ) : (
        <Picker mode="time" value={value} onChange={take}>
          {line}
        </Picker>
      )}
      {error ? <View className="field__note">{error}</View> : null}
    </View>
  )
}
