import { Chip, ChipRow } from '@/ui/chip/Chip'
import { SearchField } from '@/ui/searchField/SearchField'
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
      <SearchField
        value={chosen.text}
        placeholder="找协会，名字或拼音"
        onChange={text => onChange({ text })}
      />
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
