import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Chip } from '@/ui/chip/Chip'
import './options.scss'

interface OptionsProps<K extends string> {
  label: string
  options: readonly { key: K; text: string }[]
  value: K
  onChange: (key: K) => void
}

/** One of a few, all in sight. */
export function Options<K extends string>({ label, options, value, onChange }: OptionsProps<K>) {
  return (
    <View {...spokenAs('radiogroup')} aria-label={label}>
      <View className="t12 secondary">{label}</View>
      <View className="options">
        {options.map(({ key, text }) => (
          <Chip key={key} on={key === value} onTap={() => onChange(key)}>
            {text}
          </Chip>
        ))}
      </View>
    </View>
  )
}
