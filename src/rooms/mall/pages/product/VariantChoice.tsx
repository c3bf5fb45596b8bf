import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Chip } from '@/ui/chip/Chip'
import { choosePart, fitting, type Kind, type Picked, parts, valuesOf } from './kinds'

export interface VariantChoiceProps {
  variants: readonly Kind[]
  picked: Picked
  onPick: (picked: Picked) => void
}

const labels = { colour: '颜色', size: '尺码' }

/** Colour, then size: each row of chips keeps what the other has chosen where that exists. */
export function VariantChoice({ variants, picked, onPick }: VariantChoiceProps) {
  return (
    <>
      {parts.map(part => {
        const values = valuesOf(variants, part)
        if (values.length === 0) return null
        return (
          <View key={part} className="mt-12" {...spokenAs('radiogroup')} aria-label={labels[part]}>
            <View className="t12 secondary">{labels[part]}</View>
            <View className="redeem__kinds product__values">
              {values.map(value => {
                const next = choosePart(variants, picked, part, value)
                const soldOut = fitting(variants, next).every(({ stock }) => stock === 0)
                return (
                  <Chip
                    key={value}
                    on={picked[part] === value}
                    label={soldOut ? `${value}，换完了` : value}
                    onTap={() => onPick(next)}
                  >
                    {value}
                    {soldOut ? ' · 换完' : ''}
                  </Chip>
                )
              })}
            </View>
          </View>
        )
      })}
    </>
  )
}
