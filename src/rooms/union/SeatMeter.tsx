import { View } from '@tarojs/components'
import './seatMeter.scss'

export interface SeatMeterProps {
  taken: number
  capacity: number
}

/** How many of the seats are taken: ink once there are none left. */
export function SeatMeter({ taken, capacity }: SeatMeterProps) {
  const share = capacity > 0 ? Math.min(1, taken / capacity) : 0
  return (
    <View className="seat-meter">
      <View
        className={`seat-meter__taken${share >= 1 ? ' seat-meter__taken--full' : ''}`}
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </View>
  )
}
