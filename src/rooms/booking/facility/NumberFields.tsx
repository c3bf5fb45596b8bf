import { View } from '@tarojs/components'
import { Field } from '@/ui/field/Field'
import './facility.scss'
import type { Typed } from './ruleDraft'

interface NumberFieldsProps<T extends Record<string, number>> {
  typed: Typed<T>
  ranges: Record<keyof T, { label: string; unit: string }>
  onChange: (typed: Typed<T>) => void
}

/** The numbers of a rule, each with what it counts. */
export function NumberFields<T extends Record<string, number>>({
  typed,
  ranges,
  onChange,
}: NumberFieldsProps<T>) {
  const keys = Object.keys(ranges) as (keyof T & string)[]
  return (
    <View className="facility__fields">
      {keys.map(key => (
        <Field
          key={key}
          label={ranges[key].label}
          type="number"
          maxLength={5}
          value={typed[key]}
          end={<View className="t12 secondary">{ranges[key].unit}</View>}
          onChange={value => onChange({ ...typed, [key]: value })}
        />
      ))}
    </View>
  )
}
