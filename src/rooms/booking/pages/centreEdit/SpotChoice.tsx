import { chooseOnMap } from '@/rooms/chooseOnMap'
import { sayPoint } from '@/rooms/coordinates'
import { Button } from '@/ui/button/Button'
import type { CentreDraft } from './centreDraft'

export interface SpotChoiceProps {
  onSpot: (chosen: Partial<Pick<CentreDraft, 'address' | 'spot'>>) => void
}

/** WeChat's own map. A browser has none: `SpotChoice.h5.tsx`. */
export function SpotChoice({ onSpot }: SpotChoiceProps) {
  const choose = async () => {
    const found = await chooseOnMap()
    if (!found) return
    const spot = sayPoint(found.point)
    onSpot(found.address ? { address: found.address, spot } : { spot })
  }
  return (
    <Button kind="text" size="small" icon="pin" onTap={choose}>
      在地图上选
    </Button>
  )
}
