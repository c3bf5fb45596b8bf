import Taro from '@tarojs/taro'
import { sayPoint } from '@/rooms/coordinates'
import { Button } from '@/ui/button/Button'
import type { CentreDraft } from './centreDraft'

export interface SpotChoiceProps {
  onSpot: (chosen: Partial<Pick<CentreDraft, 'address' | 'spot'>>) => void
}

/** WeChat's own map. A browser has none: `SpotChoice.h5.tsx`. */
export function SpotChoice({ onSpot }: SpotChoiceProps) {
  const choose = async () => {
    try {
      const { address, latitude, longitude } = await Taro.chooseLocation({})
      const spot = sayPoint({ latitude: Number(latitude), longitude: Number(longitude) })
      onSpot(address ? { address, spot } : { spot })
    } catch {
      // Closing the map rejects as well, and is no failure.
    }
  }
  return (
    <Button kind="text" size="small" icon="pin" onTap={choose}>
      在地图上选
    </Button>
  )
}
