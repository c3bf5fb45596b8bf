import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import type { ChosenPlace } from './PlaceChoice'

/** The company's own places by a tap: centres, gyms, courts and rooms, those of one's own site first. */
export function CompanyPlaces({ onPlace }: { onPlace: (place: ChosenPlace) => void }) {
  const [open, setOpen] = useState(false)
  const listed = useQueryOf(api.booking.listLocations, {}, { enabled: open })
  return (
    <>
      <Button kind="soft" block icon="bld" onTap={() => setOpen(true)}>
        选公司的地点
      </Button>
      <Sheet open={open} title="选公司的地点" onClose={() => setOpen(false)}>
        {listed.data ? (
          listed.data.locations.map(({ locationId, name, site, address, point }) => (
            <ListRow
              key={locationId}
              lead="pin"
              title={name}
              meta={`${site} · ${address}`}
              chevron={false}
              onTap={() => {
                onPlace({ name, address, point })
                setOpen(false)
              }}
            />
          ))
        ) : (
          <View className="t14 secondary">{listed.isError ? '没能连上，关掉再试一次' : '正在找…'}</View>
        )}
      </Sheet>
    </>
  )
}
