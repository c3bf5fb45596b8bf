import { weekdayLabel } from '@domain/booking/wording'
import { type Day, startOfDay } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Icon } from '@/ui/icon/Icon'
import { sayDate } from './centre/hoursWords'
import './dayTurn.scss'

/** 今天 · 11 月 19 日 周四, with the days beside it. */
export function DayTurn({ on, today, onDay }: { on: Day; today: Day; onDay: (on: Day) => void }) {
  const turn = (icon: 'back' | 'next', words: string, days: number) => (
    <View className="day-turn__side" {...tappable(words)} onClick={() => onDay(dayAfter(on, days))}>
      <Icon name={icon} size={20} />
    </View>
  )
  return (
    <View className="day-turn">
      {turn('back', '前一天', -1)}
      <View className="day-turn__words" aria-live="polite">
        {on === today ? '今天 · ' : ''}
        <View className="day-turn__date">
          {sayDate(on)} {weekdayLabel(startOfDay(on))}
        </View>
      </View>
      {turn('next', '后一天', 1)}
    </View>
  )
}
