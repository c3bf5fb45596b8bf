import { type Day, startOfDay, weekdayOf } from '@domain/kernel/time'
import { ScrollView, View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import './slots.scss'

export interface StripDay {
  on: Day
  /** What is left, or why nothing is: "余 8", "满", "休". */
  words: string
  /** Nothing can be had on this day: it may still be looked at. */
  quiet: boolean
}

export interface DayStripProps {
  days: readonly StripDay[]
  today: Day
  value: Day | undefined
  onChange: (on: Day) => void
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

const sayDay = (on: Day) => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`

/** Days side by side, each with what is left; more than a week goes on beyond the edge. */
export function DayStrip({ days, today, value, onChange }: DayStripProps) {
  return (
    <ScrollView className="day-strip" scrollX enhanced showScrollbar={false}>
      <View className="day-strip__line" {...spokenAs('radiogroup')} aria-label="哪一天">
        {days.map(({ on, words, quiet }) => {
          const weekday = WEEKDAYS[weekdayOf(startOfDay(on)) - 1]
          const face = `${on === value ? ' day-strip__day--on' : ''}${quiet ? ' day-strip__day--quiet' : ''}`
          return (
            <View
              key={on}
              className={`day-strip__day${face}`}
              {...tappable(`${sayDay(on)}，周${weekday}，${words}`, 'radio')}
              {...ariaState({ checked: on === value })}
              onClick={() => onChange(on)}
            >
              <View className="day-strip__meta">{on === today ? '今天' : weekday}</View>
              <View className="day-strip__number">{Number(on.slice(8))}</View>
              <View className="day-strip__meta">{words}</View>
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
}
