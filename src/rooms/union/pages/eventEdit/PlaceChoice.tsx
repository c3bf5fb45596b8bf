import Taro from '@tarojs/taro'
import { Button } from '@/ui/button/Button'
import type { Point } from '../../coordinates'

export interface ChosenPlace extends Point {
  name: string
  address: string
}

export interface PlaceChoiceProps {
  /** Where the event is on the map; null: nowhere yet. */
  point: Point | null
  onPlace: (place: ChosenPlace) => void
  /** The point alone, where it is known without a name. */
  onPoint: (point: Point | null) => void
}

/** WeChat's own map. A browser has none and chooses otherwise: `PlaceChoice.h5.tsx`. */
export function PlaceChoice({ point, onPlace }: PlaceChoiceProps) {
  const choose = async () => {
    try {
      const { name, address, latitude, longitude } = await Taro.chooseLocation({})
      if (name) onPlace({ name, address, latitude: Number(latitude), longitude: Number(longitude) })
    } catch {
      // Closing the map rejects as well, and is no failure.
    }
  }
  return (
    <Button kind="soft" block icon="pin" onTap={choose}>
      {point ? '换一个地点' : '在地图上选'}
    </Button>
  )
}
