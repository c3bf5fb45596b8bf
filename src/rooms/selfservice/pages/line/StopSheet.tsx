import type { Stop } from '@domain/selfservice/network'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'

export interface StopSheetProps {
  stop: Stop | undefined
  open: boolean
  /** Whether one may get on there. */
  boarding: boolean
  mine: boolean
  onClose: () => void
  onChoose: (stopId: string) => Promise<unknown>
}

/** A stop: where it is, and whether it is mine. */
export function StopSheet({ stop, open, boarding, mine, onClose, onChoose }: StopSheetProps) {
  if (!stop) return null
  const choose = async () => {
    await onChoose(stop.stopId)
    onClose()
  }
  return (
    <Sheet
      open={open}
      title={stop.name}
      onClose={onClose}
      note={boarding ? '设好以后，打开班车第一眼就是这一站的下一班' : '这里是终点，只下车'}
      action={
        boarding && !mine ? (
          <Button onTap={choose}>设为我的站</Button>
        ) : (
          <Button kind="secondary" onTap={onClose}>
            知道了
          </Button>
        )
      }
    >
      <View className="t16">{stop.note || '没有写具体位置，看看地图上的点。'}</View>
    </Sheet>
  )
}
