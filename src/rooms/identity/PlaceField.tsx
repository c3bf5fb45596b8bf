import { sayUnknownPlace } from '@domain/identity/places'
import { View } from '@tarojs/components'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import './placeField.scss'

/** So many are offered at once; who goes on typing finds the others. */
const OFFERED_MAX = 8

interface PlaceFieldProps {
  label: string
  value: string
  /** What the roster has; undefined until it has come. */
  known: readonly string[] | undefined
  onChange: (value: string) => void
}

/** A department or a site, typed or tapped: what the roster has is offered, and what it hasn't is said to be new. */
export function PlaceField({ label, value, known, onChange }: PlaceFieldProps) {
  const typed = value.trim()
  const isStrange = known !== undefined && typed !== '' && !known.includes(typed)
  const like = known?.filter(one => typed !== '' && (one.includes(typed) || typed.includes(one))) ?? []
  const offered = like.length > 1 || (isStrange && like.length > 0) ? like : (known ?? [])
  return (
    <>
      <Field
        label={label}
        value={value}
        maxLength={40}
        onChange={onChange}
        {...(isStrange ? { error: sayUnknownPlace(typed, known) } : {})}
      />
      <View className="place-field__offered">
        {offered.slice(0, OFFERED_MAX).map(one => (
          <Chip key={one} on={one === typed} onTap={() => onChange(one)}>
            {one}
          </Chip>
        ))}
      </View>
    </>
  )
}
