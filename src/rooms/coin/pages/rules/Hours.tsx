import { type EarnReason, earnReasons, reasonNames } from '@domain/coin/reasons'
import { clockLabel } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
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

const MARKS = ['0 时', '6 时', '12 时', '18 时', '24 时']

/** The day as a line, with each window on it. */
function Track({ hours }: { hours: readonly Hour[] }) {
  return (
    <View aria-label={`一天里：${hours.map(sayHour).join('、') || '没有时段'}`} {...spokenAs('img')}>
      <View className="rules__track">
        {hours.map(({ fromMinute, toMinute }, place) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: two windows may be the same
            key={place}
            className="rules__window"
            style={{
              left: `${(100 * fromMinute) / DAY_MINUTES}%`,
              width: `${(100 * Math.max(0, toMinute - fromMinute)) / DAY_MINUTES}%`,
            }}
          />
        ))}
      </View>
      <View className="row row--between t12 secondary">
        {MARKS.map(mark => (
          <View key={mark}>{mark}</View>
        ))}
      </View>
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
      <View className="rules__days-label t14 secondary">哪几天</View>
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

interface HourCardProps {
  hour: Hour
  /** What stood in its place, where something did. */
  was: Hour | undefined
  /** null takes it away. */
  onChange: (next: Hour | null) => void
}

/** One window of the draft: from when to when, how much, on which days, for what. */
function HourCard({ hour, was, onChange }: HourCardProps) {
  return (
    <View className="rules__hour">
      <View className="t16 medium">{sayHour(hour)}</View>
      {was && sayHour(was) !== sayHour(hour) ? <View className="t12 rules__was">{sayHour(was)}</View> : null}
      <View className="rules__span">
        <PickerField
          label="从"
          mode="time"
          value={padded(hour.fromMinute)}
          onChange={time => onChange({ ...hour, fromMinute: minuteOf(time) })}
        />
        <PickerField
          label="到"
          mode="time"
          value={padded(hour.toMinute)}
          onChange={time => onChange({ ...hour, toMinute: minuteOf(time) })}
          {...(hour.toMinute <= hour.fromMinute ? { error: '结束要晚于开始' } : {})}
        />
      </View>
      <View className="row row--between">
        <View className="t14 secondary">倍数</View>
        <Stepper
          label="倍数"
          value={hour.multiplier}
          most={10}
          unit="倍"
          onChange={multiplier => onChange({ ...hour, multiplier: Math.max(2, multiplier) })}
        />
      </View>
      <Weekdays hour={hour} onChange={onChange} />
      <Doubled hour={hour} onChange={onChange} />
      <Button kind="text" onTap={() => onChange(null)}>
        去掉这一段
      </Button>
    </View>
  )
}

/** Which deeds earn the multiple; one at least. */
function Doubled({ hour, onChange }: { hour: Hour; onChange: (hour: Hour) => void }) {
  const [open, setOpen] = useState(false)
  const toggle = (reason: EarnReason) => {
    const reasons = earnReasons.filter(one => hour.reasons.includes(one) !== (one === reason))
    if (reasons.length > 0) onChange({ ...hour, reasons })
  }
  const names = hour.reasons.map(reason => reasonNames[reason]).join('、')
  return (
    <View className="row row--between gap-12">
      <View className="t14 grow">
        <View className="secondary">翻倍的事</View>
        <View>{names}</View>
      </View>
      <Button kind="secondary" size="small" label={`选翻倍的事，现在是${names}`} onTap={() => setOpen(true)}>
        选
      </Button>
      <Sheet
        open={open}
        title="翻倍的事"
        onClose={() => setOpen(false)}
        note="至少留一件；只改草稿，复核通过才会生效"
        action={<Button onTap={() => setOpen(false)}>好</Button>}
      >
        {earnReasons.map(reason => (
          <Checkbox key={reason} checked={hour.reasons.includes(reason)} onChange={() => toggle(reason)}>
            {reasonNames[reason]}
          </Checkbox>
        ))}
      </Sheet>
    </View>
  )
}

/** The Happy Hours of the draft. */
export function Hours({ draft, from, onChange }: HoursProps) {
  return (
    <Card>
      <View className="t16 bold">Happy Hour</View>
      <Track hours={draft.happyHours} />
      {draft.happyHours.map((hour, place) => (
        <HourCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a window is what stands in this place of the draft
          key={place}
          hour={hour}
          was={from.happyHours[place]}
          onChange={next => onChange(withHour(draft, place, next))}
        />
      ))}
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
