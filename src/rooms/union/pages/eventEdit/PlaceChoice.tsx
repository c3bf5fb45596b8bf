import { chooseOnMap } from '@/rooms/chooseOnMap'
import type { Point } from '@/rooms/coordinates'
import { Button } from '@/ui/button/Button'
import { CompanyPlaces } from './CompanyPlaces'

export interface ChosenPlace {
  name: string
  address: string
  /** Null: it is not known where that is on the map. */
  point: Point | null
}

export interface PlaceChoiceProps {
  /** Where the event is on the map; null: nowhere yet. */
  point: Point | null
  onPlace: (place: ChosenPlace) => void
  /** The point alone, where it is known without a name. */
  onPoint: (point: Point | null) => void
}

/** WeChat's own map beside the company's places. A browser has no map and chooses otherwise: `PlaceChoice.h5.tsx`. */
export function PlaceChoice({ point, onPlace }: PlaceChoiceProps) {
  const choose = async () => {
    const found = await chooseOnMap()
    if (found?.name) onPlace(found)
  }
  return (
    <>
      <CompanyPlaces onPlace={onPlace} />
      <Button kind="text" block icon="pin" onTap={choose}>
        {point ? '换一个地点' : '在地图上选'}
      </Button>
    </>
  )
}
