import { View } from '@tarojs/components'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { type AssociationCard, type Chosen, kindFilters, siteFilters } from '../associationFilter'

export interface FiltersProps {
  associations: readonly AssociationCard[]
  sites: readonly string[]
  chosen: Chosen
  onChange: (part: Partial<Chosen>) => void
}

/** A word, a kind and a site; what is chosen in one row stays when the other changes. */
export function Filters({ associations, sites, chosen, onChange }: FiltersProps) {
  const places = siteFilters(associations, sites)
  return (
    <>
      <View className="pad">
        <Field
          label="找协会"
          icon="search"
          value={chosen.text}
          maxLength={20}
          placeholder="名字或拼音"
          onChange={text => onChange({ text })}
        />
      </View>
      <ChipRow>
        {kindFilters(associations).map(({ key, label }) => (
          <Chip key={key} on={key === chosen.kind} onTap={() => onChange({ kind: key })}>
            {label}
          </Chip>
        ))}
      </ChipRow>
      {places.length > 0 ? (
        <ChipRow>
          {places.map(({ key, label }) => (
            <Chip key={key} on={key === chosen.site} onTap={() => onChange({ site: key })}>
              {label}
            </Chip>
          ))}
        </ChipRow>
      ) : null}
    </>
  )
}
