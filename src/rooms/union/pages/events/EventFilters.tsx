import { Chip, ChipRow } from '@/ui/chip/Chip'
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
      <ChipRow>
        {eventKinds.map(({ key, label }) => (
          <Chip key={key} on={key === chosen.kind} onTap={() => onChange({ kind: key })}>
            {label}
          </Chip>
        ))}
      </ChipRow>
      {sites.length > 1 ? (
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
