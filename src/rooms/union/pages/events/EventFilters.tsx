import { ChoiceRow } from '../../ChoiceRow'
import { type EventChoice, eventKinds } from '../../eventFilter'

interface EventFiltersProps {
  sites: readonly string[]
  chosen: EventChoice
  onChange: (part: Partial<EventChoice>) => void
}

/** A kind and a site; what is chosen in one row stays when the other changes. */
export function EventFilters({ sites, chosen, onChange }: EventFiltersProps) {
  const places = [{ key: 'all', label: '所有园区' }, ...sites.map(site => ({ key: site, label: site }))]
  return (
    <>
      <ChoiceRow choices={eventKinds} chosen={chosen.kind} onChoose={kind => onChange({ kind })} />
      {sites.length > 1 ? (
        <ChoiceRow choices={places} chosen={chosen.site} onChoose={site => onChange({ site })} />
      ) : null}
    </>
  )
}
