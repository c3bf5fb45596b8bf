import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { MyVisits } from '../../centre/MyVisits'
import type { OpenSlots } from '../../centre/slotWords'

/** Why nothing can be booked here now, as the button says it; undefined: it can. */
export function whyNotBook({ rules, mine, pausedUntil, now }: OpenSlots): string | undefined {
  if (pausedUntil !== null && pausedUntil > now) return '暂时不能约'
  return mine.length >= rules.upcomingMax ? `你已经约了 ${mine.length} 次` : undefined
}

interface HindranceProps {
  open: OpenSlots
  moving: boolean
  /** What was to be moved is no longer ahead. */
  missing: boolean
}

/** What stands in the way, and what leads on. */
export function Hindrance({ open, moving, missing }: HindranceProps) {
  const { rules, mine, pausedUntil, now } = open
  if (missing) {
    return (
      <Card>
        <View className="t14 medium">这次预约不能改了</View>
        <View className="t14 secondary mt-4">它已经取消、过期，或者已经去过。可以重新约一次。</View>
      </Card>
    )
  }
  if (moving) return null
  if (pausedUntil !== null && pausedUntil > now) {
    return (
      <Card>
        <View className="t14 medium">{inChina(pausedUntil).format('M 月 D 日')}起可以再约</View>
        <View className="t14 secondary mt-4">
          {rules.absencesWithinDays} 天里有 {rules.absencesMax} 次约了没有来，先把位子让给同事。
        </View>
      </Card>
    )
  }
  if (mine.length < rules.upcomingMax) return null
  return (
    <>
      <View className="t14 secondary">
        你已经约了 {mine.length} 次，在这里最多同时约 {rules.upcomingMax} 次。去过或取消一次再约：
      </View>
      <MyVisits visits={mine} now={now} />
    </>
  )
}
