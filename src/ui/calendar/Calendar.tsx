import type { Day, Month } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { ariaState } from '../a11y/ariaState'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { Icon } from '../icon/Icon'
import './calendar.scss'
import { monthAfter, weeksOf } from './monthGrid'

export interface CalendarProps {
  month: Month
  onMonth: (month: Month) => void
  today: Day
  /** How much there is on a day; a day that is not in it has nothing. */
  marks?: Readonly<Record<Day, number>>
  /** What is counted, after the number: "场活动". */
  markUnit?: string
  /** What is chosen, both days included. */
  from?: Day | undefined
  to?: Day | undefined
  /** Days before this one cannot be chosen. */
  min?: Day
  onDay: (on: Day) => void
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

const sayMonth = (month: Month) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`
const sayDay = (on: Day) => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`

function Cell({ on, ...props }: Omit<CalendarProps, 'month' | 'onMonth'> & { on: Day }) {
  const { today, marks = {}, markUnit = '', from, to, min, onDay } = props
  const count = marks[on] ?? 0
  const isEdge = on === from || on === to
  const isInside = from !== undefined && to !== undefined && from <= on && on <= to
  const isOff = min !== undefined && on < min
  const face = `${isInside ? ' calendar__day--inside' : ''}${isEdge ? ' calendar__day--edge' : ''}${on === today ? ' calendar__day--today' : ''}${isOff ? ' calendar__day--off' : ''}`
  const spoken = `${sayDay(on)}${on === today ? '，今天' : ''}${count > 0 ? `，${count} ${markUnit}` : ''}`
  return (
    <View
      className={`calendar__day${face}`}
      {...tappable(spoken)}
      {...ariaState({ pressed: isEdge || isInside, disabled: isOff })}
      onClick={() => void (isOff || onDay(on))}
    >
      <View className="calendar__number">{Number(on.slice(8))}</View>
      <View className={`calendar__mark${count > 0 ? ' calendar__mark--on' : ''}`} />
    </View>
  )
}

/** A month as a grid from Monday to Sunday: to see what is on, or to choose a day or a stretch of days. */
export function Calendar({ month, onMonth, ...cell }: CalendarProps) {
  return (
    <View className="calendar">
      <View className="calendar__head">
        <View
          className="calendar__turn"
          {...tappable('上个月')}
          onClick={() => onMonth(monthAfter(month, -1))}
        >
          <Icon name="back" size={20} />
        </View>
        <View className="calendar__month" aria-live="polite" {...spokenAs('heading', 3)}>
          {sayMonth(month)}
        </View>
        <View
          className="calendar__turn"
          {...tappable('下个月')}
          onClick={() => onMonth(monthAfter(month, 1))}
        >
          <Icon name="next" size={20} />
        </View>
      </View>
      <View className="calendar__week">
        {weekdays.map(name => (
          <View key={name} className="calendar__weekday">
            {name}
          </View>
        ))}
      </View>
      {weeksOf(month).map(week => (
        <View key={week.find(on => on !== null)} className="calendar__week">
          {week.map((on, index) =>
            on === null ? (
              <View key={weekdays[index]} className="calendar__blank" />
            ) : (
              <Cell key={on} on={on} {...cell} />
            ),
          )}
        </View>
      ))}
    </View>
  )
}
