import type { LineSheet } from '@domain/selfservice/departures'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { hoursOf } from './timesByHour'

export interface HoursProps {
  sheet: LineSheet
  /** Null: there is no such day. */
  on: string | null
  from: { directionId: string; stopId: string }
  now: number | null
}

const spokenStates = { past: '，已开走', next: '，下一班', later: '' } as const

/** Every departure of a day, a row for each hour. */
export function Hours({ sheet, on, from, now }: HoursProps) {
  const hours = on === null ? [] : hoursOf(sheet, on, from, now)
  if (hours.length === 0)
    return (
      <Card>
        <View className="t14 secondary">这一站这样的日子没有班次，换个日子或换一站看看。</View>
      </Card>
    )
  return (
    <Card>
      {hours.map(({ hour, times }) => (
        <View key={`${hour} ${times[0]?.key}`} className="hours__row">
          <View className="hours__hour t14 secondary">{hour}</View>
          <View className="hours__times" {...spokenAs('list')} aria-label={`${hour} 点`}>
            {times.map(({ key, clock, state }) => (
              <View
                key={key}
                className={`hours__time hours__time--${state} t14`}
                {...spokenAs('listitem')}
                aria-label={`${clock}${spokenStates[state]}`}
              >
                {clock}
              </View>
            ))}
          </View>
        </View>
      ))}
    </Card>
  )
}
