import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { At } from '@/ui/field/At'
import { FieldAt } from '@/ui/field/FieldAt'
import { PickerField } from '@/ui/pickerField/PickerField'
import { sayWeekday } from '../../centre/hoursWords'
import { type CentreDraft, type SpanDraft, type SpecialDraft, spansMax, specialDaysMax } from './centreDraft'
import { type CentreProblem, spansProblem } from './centreProblems'

export type WeekDraft = Pick<CentreDraft, 'week' | 'onHolidays' | 'followsExchange'>

interface WeekFieldsProps {
  draft: WeekDraft
  change: (part: Partial<WeekDraft>) => void
  slotMinutes: number
  /** Which days the page can go to; absent: none. */
  problems?: readonly CentreProblem[]
}

export interface HoursFieldsProps {
  draft: CentreDraft
  change: (part: Partial<CentreDraft>) => void
  slotMinutes: number
  today: string
  problems: readonly CentreProblem[]
}

const usualSpan: SpanDraft = { from: '09:30', until: '18:00' }

interface SpansProps {
  /** Read aloud with each field: whose times they are. */
  name: string
  spans: readonly SpanDraft[]
  slotMinutes: number
  onChange: (spans: SpanDraft[]) => void
}

/** The times of one day, each with a beginning and an end; none: closed. */
function Spans({ name, spans, slotMinutes, onChange }: SpansProps) {
  const problem = spansProblem(spans, slotMinutes)
  const put = (index: number, part: Partial<SpanDraft>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)))
  return (
    <View className="grow">
      {spans.map((span, index) => {
        const which = spans.length > 1 ? `第 ${index + 1} 段` : ''
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span has no identity but its place in the day
          <View key={index} className="centre-edit__span">
            <PickerField
              label={`${name}${which}几点开`}
              mode="time"
              value={span.from}
              onChange={from => put(index, { from })}
            />
            <PickerField
              label={`${name}${which}几点关`}
              mode="time"
              value={span.until}
              onChange={until => put(index, { until })}
            />
            <Button
              kind="text"
              size="small"
              label={`去掉${name}${which}的时间`}
              onTap={() => onChange(spans.filter((_span, at) => at !== index))}
            >
              去掉
            </Button>
          </View>
        )
      })}
      <View className="row row--between gap-8">
        <View className={`t12 ${problem ? 'bad' : 'secondary'}`}>
          {problem ?? (spans.length === 0 ? `${name}休息` : '')}
        </View>
        {spans.length < spansMax ? (
          <Button
            kind="text"
            size="small"
            label={`${spans.length === 0 ? '这天开放' : '再加一段'}：${name}`}
            onTap={() => onChange([...spans, spans.length === 0 ? usualSpan : { from: '', until: '' }])}
          >
            {spans.length === 0 ? '这天开放' : '再加一段'}
          </Button>
        ) : null}
      </View>
    </View>
  )
}

/** The usual week, day by day. */
export function WeekFields({ draft, change, slotMinutes, problems = [] }: WeekFieldsProps) {
  return (
    <Card>
      <View className="t16 medium">每周</View>
      <View className="t12 secondary mt-4">
        从每段的开头排起，一段至少放得下最短的一种，{slotMinutes} 分钟
      </View>
      <At path="week" problems={problems} />
      {draft.week.map((spans, index) => (
        <View key={sayWeekday(index + 1)} className="centre-edit__day">
          <At path={`week.${index}`} problems={problems}>
            {/* The times say themselves what is wrong with them. */}
            {() => (
              <Spans
                name={sayWeekday(index + 1)}
                spans={spans}
                slotMinutes={slotMinutes}
                onChange={changed =>
                  change({ week: draft.week.map((one, at) => (at === index ? changed : one)) })
                }
              />
            )}
          </At>
        </View>
      ))}
    </Card>
  )
}

const holidayChoices: readonly { key: CentreDraft['onHolidays']; words: string }[] = [
  { key: 'closed', words: '休息' },
  { key: 'usual', words: '照常' },
  { key: 'sunday', words: '按周日' },
]

/** What public holidays do, and the weekends that are worked in exchange. */
export function HolidayFields({ draft, change }: Pick<WeekFieldsProps, 'draft' | 'change'>) {
  return (
    <Card>
      <View className="t16 medium">法定节假日</View>
      <View className="centre-edit__chips" {...spokenAs('radiogroup')} aria-label="法定节假日">
        {holidayChoices.map(({ key, words }) => (
          <Chip key={key} on={draft.onHolidays === key} onTap={() => change({ onHolidays: key })}>
            {words}
          </Chip>
        ))}
      </View>
      <Checkbox checked={draft.followsExchange} onChange={followsExchange => change({ followsExchange })}>
        调休上班的周末按周一开放
      </Checkbox>
    </Card>
  )
}

interface SpecialDayProps extends Pick<HoursFieldsProps, 'slotMinutes' | 'today' | 'problems'> {
  day: SpecialDraft
  index: number
  put: (part: Partial<SpecialDraft>) => void
  onRemove: () => void
}

function SpecialDay({ day, index, slotMinutes, today, problems, put, onRemove }: SpecialDayProps) {
  return (
    <>
      <At path={`specialDays.${index}.on`} problems={problems}>
        {wrong => (
          <PickerField
            label={`特别的日子 ${index + 1}`}
            mode="date"
            min={today}
            value={day.on}
            {...wrong}
            onChange={on => put({ on })}
          />
        )}
      </At>
      <FieldAt
        path={`specialDays.${index}.why`}
        problems={problems}
        label="为什么"
        maxLength={20}
        value={day.why}
        placeholder="年会、家庭日"
        onChange={why => put({ why })}
      />
      <At path={`specialDays.${index}.spans`} problems={problems}>
        {() => (
          <Spans name="这天" spans={day.spans} slotMinutes={slotMinutes} onChange={spans => put({ spans })} />
        )}
      </At>
      <Button kind="text" size="small" label={`去掉特别的日子 ${index + 1}`} onTap={onRemove}>
        去掉这天
      </Button>
    </>
  )
}

/** Single days that go by hours of their own. */
export function SpecialFields({ draft, change, slotMinutes, today, problems }: HoursFieldsProps) {
  const { specialDays } = draft
  const put = (index: number, part: Partial<SpecialDraft>) =>
    change({ specialDays: specialDays.map((day, at) => (at === index ? { ...day, ...part } : day)) })
  return (
    <Card>
      <View className="t16 medium">特别的日子</View>
      <View className="t12 secondary mt-4">比节假日优先。不写时间就是整天休息</View>
      {specialDays.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new day has no identity but its place in the form
        <View key={index} className="centre-edit__day">
          <SpecialDay
            {...{ day, index, slotMinutes, today, problems }}
            put={part => put(index, part)}
            onRemove={() => change({ specialDays: specialDays.filter((_day, at) => at !== index) })}
          />
        </View>
      ))}
      <At path="specialDays" problems={problems} />
      {specialDays.length < specialDaysMax ? (
        <View className="mt-12">
          <Button
            kind="soft"
            block
            icon="plus"
            onTap={() => change({ specialDays: [...specialDays, { on: '', why: '', spans: [] }] })}
          >
            加一个特别的日子
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
