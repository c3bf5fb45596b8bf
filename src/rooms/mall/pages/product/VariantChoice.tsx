import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Chip } from '@/ui/chip/Chip'
import type { Product } from '../../ProductTile'

type Variant = Product['variants'][number]

export interface VariantChoiceProps {
  variants: readonly Variant[]
  chosen: Variant
  onChoose: (variant: Variant) => void
}

const valuesOf = (variants: readonly Variant[], part: 'colour' | 'size') => [
  ...new Set(variants.flatMap(variant => variant[part] ?? [])),
]

/** Colour, then size: each row of chips keeps what the other has chosen where that exists. */
export function VariantChoice({ variants, chosen, onChoose }: VariantChoiceProps) {
  const parts = [
    { part: 'colour', other: 'size', label: '颜色' },
    { part: 'size', other: 'colour', label: '尺码' },
  ] as const
  return (
    <>
      {parts.map(({ part, other, label }) => {
        const values = valuesOf(variants, part)
        if (values.length === 0) return null
        return (
          <View key={part} className="mt-12" {...spokenAs('radiogroup')} aria-label={label}>
            <View className="t12 secondary">{label}</View>
            <View className="redeem__kinds product__values">
              {values.map(value => {
                const fitting = variants.filter(variant => variant[part] === value)
                const next = fitting.find(variant => variant[other] === chosen[other]) ?? fitting[0]
                const soldOut = next?.stock === 0
                return (
                  <Chip
                    key={value}
                    on={chosen[part] === value}
                    label={soldOut ? `${value}，换完了` : value}
                    onTap={() => next && onChoose(next)}
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
