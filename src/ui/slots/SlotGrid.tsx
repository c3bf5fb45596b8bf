import { View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import './slots.scss'

export interface Slot {
  key: string
  /** "10:30" */
  time: string
  /** "余 3 位", "满 · 可候补". */
  words: string
  /** Drawn as fill: nothing is left, though one may queue. */
  full: boolean
  /** Cannot be chosen at all. */
  off?: boolean
}

export interface SlotGridProps {
  slots: readonly Slot[]
  value: string | undefined
  onChange: (key: string) => void
}

/** The times of one day, three in a row, two in large text. */
export function SlotGrid({ slots, value, onChange }: SlotGridProps) {
  return (
    <View className="slot-grid" {...spokenAs('radiogroup')} aria-label="哪个时段">
      {slots.map(({ key, time, words, full, off = false }) => (
        <View
          key={key}
          className={`slot-grid__slot${full || off ? ' slot-grid__slot--full' : ''}${key === value ? ' slot-grid__slot--on' : ''}`}
          {...tappable(`${time}，${words}`, 'radio')}
          {...ariaState({ checked: key === value, disabled: off })}
          onClick={() => void (off || onChange(key))}
        >
          <View className="slot-grid__time">{time}</View>
          <View className="slot-grid__words">{words}</View>
        </View>
      ))}
    </View>
  )
}
