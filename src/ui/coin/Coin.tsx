import { View } from '@tarojs/components'
import { unspoken } from '../a11y/ariaState'
import { Icon } from '../icon/Icon'
import './coin.scss'
import { grouped } from '@domain/kernel/grouped'
import { useCountUp } from './useCountUp'

export interface CoinProps {
  /** Whole coins, with a sign if `signed`. */
  amount: number
  /** Of the text: 14, 16, 20 or 28. One 28 a screen. */
  size?: 14 | 16 | 20 | 28
  /** A change: "+10", "−4" without the mark. */
  signed?: boolean
  /** The mark also before a change, where it stands alone and nothing else says what it counts. */
  marked?: boolean
  /** Copper, and only while coins are doubled. */
  doubled?: boolean
  /** Counts up once when it first appears. */
  countUp?: boolean
}

const markSize = { 14: 16, 16: 16, 20: 20, 28: 24 } as const

/** An amount of 沃币: the ring with its W, then the number, without a unit. */
export function Coin({
  amount,
  size = 16,
  signed = false,
  marked = !signed,
  doubled = false,
  countUp = false,
}: CoinProps) {
  const shown = useCountUp(amount, countUp)
  const sign = amount < 0 ? '−' : signed ? '+' : ''
  return (
    <View
      className={`coin coin--${size}${doubled ? ' coin--doubled' : ''}`}
      aria-label={`${sign}${Math.abs(amount)} 沃币`}
    >
      {marked ? <Icon name="coin" size={markSize[size]} /> : null}
      <View className="coin__number" {...unspoken}>
        {sign}
        {grouped(shown)}
      </View>
    </View>
  )
}
