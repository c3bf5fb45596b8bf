import { SearchField } from '@/ui/searchField/SearchField'
import { type AssociationCard, type Chosen, kindFilters, siteFilters } from '../associationFilter'
import { ChoiceRow } from '../ChoiceRow'
import { SiteChoice } from './SiteChoice'

export interface FiltersProps {
  associations: readonly AssociationCard[]
  sites: readonly string[]
  chosen: Chosen
  onChange: (part: Partial<Chosen>) => void
}

/** A word, a site and a kind; what is chosen of one stays when another changes. */
export function Filters({ associations, sites, chosen, onChange }: FiltersProps) {
  const places = siteFilters(associations, sites)
  return (
    <>
      <SearchField
        value={chosen.text}
        placeholder="找协会，名字或拼音"
        onChange={text => onChange({ text })}
      />
      <ChoiceRow
        before={
          places.length > 0 ? (
            <SiteChoice choices={places} chosen={chosen.site} onChoose={site => onChange({ site })} />
          ) : null
        }
        choices={kindFilters(associations)}
        chosen={chosen.kind}
        onChoose={kind => onChange({ kind })}
      />
    </>
  )
}
