import { clockLabel } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { PickerField } from '@/ui/pickerField/PickerField'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Stepper } from '@/ui/stepper/Stepper'
import { type Draft, type Hour, sayHour, withHour } from '../../rulesDraft'
import './rules.scss'

interface HoursProps {
  draft: Draft
  from: Draft
  onChange: (draft: Draft) => void
}

const DAYS = [...'一二三四五六日']
const DAY_MINUTES = 1_440
const padded = (minute: number) => clockLabel(minute).padStart(5, '0')
const minuteOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const fresh: Hour = {
  fromMinute: 720,
  toMinute: 780,
  multiplier: 2,
  reasons: ['forum.post', 'forum.comment'],
  weekdays: [1, 2, 3, 4, 5],
}

/** The day as a line, with each window on it. */
function Track({ hours }: { hours: readonly Hour[] }) {
  return (
    <View className="rules__track" aria-label={`一天里：${hours.map(sayHour).join('、') || '没有时段'}`}>
      {hours.map(({ fromMinute, toMinute }) => (
        <View
          key={`${fromMinute}-${toMinute}`}
          className="rules__window"
          style={{
            left: `${(100 * fromMinute) / DAY_MINUTES}%`,
            width: `${(100 * Math.max(0, toMinute - fromMinute)) / DAY_MINUTES}%`,
          }}
        />
      ))}
    </View>
  )
}

function Weekdays({ hour, onChange }: { hour: Hour; onChange: (hour: Hour) => void }) {
  const toggled = (day: number) => {
    const weekdays = hour.weekdays.includes(day)
      ? hour.weekdays.filter(one => one !== day)
      : [...hour.weekdays, day].sort()
    return weekdays.length > 0 ? { ...hour, weekdays } : hour
  }
  return (
    <View className="rules__days">
      {DAYS.map((name, index) => {
        const isOn = hour.weekdays.includes(index + 1)
        return (
          <View
            key={name}
            className={`rules__day${isOn ? ' rules__day--on' : ''}`}
            {...tappable(`周${name}`)}
            {...ariaState({ pressed: isOn })}
            onClick={() => onChange(toggled(index + 1))}
          >
            {name}
          </View>
        )
      })}
    </View>
  )
}

/** The Happy Hours of the draft. */
export function Hours({ draft, from, onChange }: HoursProps) {
  return (
    <Card>
      <SectionHeader title="Happy Hour" />
      <Track hours={draft.happyHours} />
      {draft.happyHours.map((hour, place) => {
        const change = (next: Hour | null) => onChange(withHour(draft, place, next))
        const was = from.happyHours[place]
        return (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: a window is what stands in this place of the draft
            key={place}
            className="rules__hour"
          >
            <View className="t16 medium">{sayHour(hour)}</View>
            {was && sayHour(was) !== sayHour(hour) ? (
              <View className="t12 rules__was">{sayHour(was)}</View>
            ) : null}
            <PickerField
              label="从"
              mode="time"
              value={padded(hour.fromMinute)}
              onChange={time => change({ ...hour, fromMinute: minuteOf(time) })}
            />
            <PickerField
              label="到"
              mode="time"
              value={padded(hour.toMinute)}
              onChange={time => change({ ...hour, toMinute: minuteOf(time) })}
              {...(hour.toMinute <= hour.fromMinute ? { error: '结束要晚于开始' } : {})}
            />
            <View className="row row--between">
              <View className="t14 secondary">倍数</View>
              <Stepper
                label="倍数"
                value={hour.multiplier}
                most={10}
                unit="倍"
                onChange={multiplier => change({ ...hour, multiplier: Math.max(2, multiplier) })}
              />
            </View>
            <Weekdays hour={hour} onChange={change} />
            <Button kind="text" onTap={() => change(null)}>
              去掉这一段
            </Button>
          </View>
        )
      })}
      <Button
        kind="secondary"
        block
        disabled={draft.happyHours.length >= 6}
        onTap={() => onChange({ ...draft, happyHours: [...draft.happyHours, fresh] })}
      >
        加一段
      </Button>
      <View className="t12 secondary mt-8">以服务器收到的时刻算，差一秒也算数。</View>
    </Card>
  )
}
