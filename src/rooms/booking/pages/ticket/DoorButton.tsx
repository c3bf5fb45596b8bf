import { isDoorOpen } from '@domain/booking/checkIn'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { canScan, scanCode } from '@/ui/device/scan'
import type { Place } from '../../placeWords'
import { useDoorPass } from './useDoorPass'

/** Lets oneself in by the poster at the door, from the minute it opens, with or without a network. */
export function DoorButton({ place, now }: { place: Place; now: number }) {
  const { isWaiting, enter, flush } = useDoorPass(place.sessionId)
  const scan = async () => {
    const read = await scanCode()
    if (read !== undefined) await enter(read)
  }
  if (isWaiting)
    return (
      <View className="column gap-8" {...spokenAs('status')}>
        <View className="t14">扫过门口的码了，连上网自动签到</View>
        <Button kind="soft" onTap={flush}>
          现在签到
        </Button>
      </View>
    )
  if (!canScan || !isDoorOpen(place, now)) return null
  return (
    <Button kind="soft" icon="qr" onTap={scan}>
      扫门口的码
    </Button>
  )
}
