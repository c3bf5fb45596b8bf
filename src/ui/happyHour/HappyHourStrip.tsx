import { View } from '@tarojs/components'
import { spokenAs } from '../a11y/spoken'
import { sayClock, sayCountdown } from '../clock/moment'
import { Icon } from '../icon/Icon'
import './happyHour.scss'

export interface HappyHourStripProps {
  /** The window, in ms since the epoch. The start is included, the end is not. */
  startsAt: number
  endsAt: number
  /** The present by the server's clock. */
  now: number
  multiplier: number
  /** What is multiplied. Default "Happy Hour 沃币". */
  title?: string
}

const announceMs = 30 * 60_000

/** Whether coins are multiplied so soon that it is worth saying. */
export const isSoon = ({ startsAt }: Pick<HappyHourStripProps, 'startsAt'>, now: number): boolean =>
  startsAt - announceMs <= now && now < startsAt

/** Copper while coins are multiplied, quiet within half an hour before, absent otherwise. */
export function HappyHourStrip({
  startsAt,
  endsAt,
  now,
  multiplier,
  title = 'Happy Hour 沃币',
}: HappyHourStripProps) {
  const running = startsAt <= now && now < endsAt
  if (!running && !isSoon({ startsAt }, now)) return null
  const passed = Math.min(100, Math.max(0, ((now - startsAt) / (endsAt - startsAt)) * 100))
  return (
    <View className={`happy-hour${running ? '' : ' happy-hour--soon'}`}>
      <View className="happy-hour__line">
        <Icon name="sun" size={20} className="happy-hour__sun" />
        <View className="happy-hour__title">
          {title} <View className="happy-hour__times">×{multiplier}</View>
        </View>
        <View className="happy-hour__left" {...spokenAs('timer')}>
          {running ? `剩 ${sayCountdown(endsAt - now)}` : `${sayClock(startsAt)} 开始`}
        </View>
      </View>
      {running ? (
        <View className="happy-hour__track">
          <View className="happy-hour__bar" style={{ width: `${passed.toFixed(1)}%` }} />
        </View>
      ) : null}
    </View>
  )
}
