import {
  cities,
  families,
  familyNames,
  levelNames,
  levels,
  trackNames,
  tracks,
} from '@domain/careers/position'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Input } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'

export type Filter = Omit<Input<typeof api.careers.openPositions>, 'after' | 'text'>
type Facet = 'city' | 'family' | 'track' | 'level'

const cityNames = Object.fromEntries(cities.map(city => [city, city]))
const facets: Record<Facet, { title: string; keys: readonly string[]; names: Record<string, string> }> = {
  city: { title: '城市', keys: cities, names: cityNames },
  family: { title: '类别', keys: families, names: familyNames },
  track: { title: '招聘方式', keys: tracks, names: trackNames },
  level: { title: '级别', keys: levels, names: levelNames },
}
const order: readonly Facet[] = ['city', 'family', 'track', 'level']

/** "上海 · 研发" */
export const sayFilter = (filter: Filter): string =>
  order.flatMap(facet => (filter[facet] ? [facets[facet].names[filter[facet]] ?? ''] : [])).join(' · ')

interface FiltersProps {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** One chip a facet; its sheet offers what it can be. */
export function Filters({ filter, onChange }: FiltersProps) {
  const [asked, setAsked] = useState<Facet>()
  const open = asked && facets[asked]
  const choose = (facet: Facet, key: string | undefined) => {
    const { [facet]: _before, ...others } = filter
    onChange((key === undefined ? others : { ...others, [facet]: key }) as Filter)
    setAsked(undefined)
  }
  return (
    <>
      <ChipRow>
        {order.map(facet => (
          <Chip key={facet} soft={filter[facet] !== undefined} onTap={() => setAsked(facet)}>
            {facets[facet].names[filter[facet] ?? ''] ?? facets[facet].title}
            <Icon name="down" size={16} />
          </Chip>
        ))}
        <Chip
          soft={filter.favourites === true}
          onTap={() => {
            const { favourites, ...others } = filter
            onChange(favourites ? others : { ...others, favourites: true })
          }}
        >
          收藏的
        </Chip>
      </ChipRow>
      <Sheet
        open={asked !== undefined}
        title={open?.title ?? ''}
        onClose={() => setAsked(undefined)}
        action={
          <Button kind="secondary" block onTap={() => asked && choose(asked, undefined)}>
            不限
          </Button>
        }
      >
        <View className="careers__options">
          {asked && open
            ? open.keys.map(key => (
                <Chip key={key} on={filter[asked] === key} onTap={() => choose(asked, key)}>
                  {open.names[key]}
                </Chip>
              ))
            : null}
        </View>
      </Sheet>
    </>
  )
}
