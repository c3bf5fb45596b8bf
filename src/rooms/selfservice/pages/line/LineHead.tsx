import type { Instant } from '@domain/kernel/time'
import type { Departure } from '@domain/selfservice/departures'
import type { Direction } from '@domain/selfservice/network'
import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { sayNext, sayTime } from '../../shuttle/busWords'

export interface LineHeadProps {
  direction: Direction
  stopName: string
  next: Departure | undefined
  later: readonly Departure[]
  now: Instant
  onTurn: (() => void) | undefined
}

/** Where it goes, when it comes, and the way back. */
export function LineHead({ direction, stopName, next, later, now, onTurn }: LineHeadProps) {
  const said = next ? sayNext(next.at, now, stopName) : { big: '近期没有班次', rest: stopName }
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 medium">开往{direction.headsign}</View>
        {onTurn ? (
          <View className="line__turn t14 secondary" {...tappable()} onClick={onTurn}>
            <Icon name="swap" size={20} />
            <View>换方向</View>
          </View>
        ) : null}
      </View>
      <View className="line__next">
        <View className="t28 bold">{said.big}</View>
        <View className="t16 secondary">{said.rest}</View>
      </View>
      <View className="row row--between line__meta t12 secondary mt-4">
        <View>按时刻表，不是实时位置</View>
        {later.length > 0 ? (
          <View className="nowrap">之后 {later.map(({ at }) => sayTime(at, now)).join(' · ')}</View>
        ) : null}
      </View>
    </Card>
  )
}
