import { weekdayLabel } from '@domain/booking/wording'
import { type Day, startOfDay } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { DayStrip } from '@/ui/slots/DayStrip'
import { SlotGrid } from '@/ui/slots/SlotGrid'
import { sayDate } from '../../centre/hoursWords'
import { dayWords, type OpenDay, slotFor, slotTime, slotWords } from '../../centre/slotWords'
import type { VisitDraft } from '../../centre/visitDraft'
import { weekAround } from './choice'

export interface TimeFieldsProps {
  days: readonly OpenDay[]
  day: OpenDay | undefined
  startsAt: number | undefined
  party: number
  /** A booking moves only to where it has seats at once. */
  moving: boolean
  today: Day
  change: (part: Partial<VisitDraft>) => void
}

/** Why a day has no times, for whoever looks at it. */
function sayNone({ sort, note }: OpenDay): string {
  if (sort === 'holiday') return `${note ?? '节假日'}，中心休息`
  if (sort === 'closed') return `这天闭馆${note === null ? '' : `：${note}`}`
  return note === null ? '这天中心休息' : `${note}，中心休息`
}

function Slots({ day, startsAt, party, moving, change }: TimeFieldsProps & { day: OpenDay }) {
  if (day.slots.length === 0) return <View className="t14 secondary">{sayNone(day)}</View>
  return (
    <SlotGrid
      value={startsAt === undefined ? undefined : String(startsAt)}
      onChange={key => change({ on: day.on, startsAt: Number(key) })}
      slots={day.slots.map(slot => {
        const fits = slotFor(slot, party)
        return {
          key: String(slot.startsAt),
          time: slotTime(slot.startsAt),
          words: slotWords(slot),
          full: fits !== 'seats',
          off: fits === 'none' || (moving && fits === 'queue'),
        }
      })}
    />
  )
}

/** A week at a time: the arrows lead to the days further on. */
function Days({ days, on, today, change }: Pick<TimeFieldsProps, 'days' | 'today' | 'change'> & { on: Day }) {
  const { week, before, after } = weekAround(days, on)
  const choose = (chosen: Day) => change({ on: chosen, startsAt: 0 })
  const turn = (icon: 'back' | 'next', words: string, to: Day | undefined) =>
    to === undefined ? (
      <View className="book__turn book__turn--none">
        <Icon name={icon} size={20} />
      </View>
    ) : (
      <View className="book__turn" {...tappable(words)} onClick={() => choose(to)}>
        <Icon name={icon} size={20} />
      </View>
    )
  return (
    <Card padding="none" className="book__days">
      <View className="book__month">
        <View className="grow">{Number(on.slice(5, 7))} 月</View>
        {turn('back', '前一周', before)}
        {turn('next', '后一周', after)}
      </View>
      <DayStrip
        days={week.map(one => ({ on: one.on, ...dayWords(one) }))}
        today={today}
        value={on}
        onChange={choose}
      />
    </Card>
  )
}

/** Which day and which time, with what is left of each. */
export function TimeFields(props: TimeFieldsProps) {
  const { days, day, today, change } = props
  const on = day?.on ?? today
  const closed = day?.slots.find(({ closedBecause }) => closedBecause !== null)?.closedBecause
  return (
    <>
      <Days {...{ days, on, today, change }} />
      {day ? (
        <View className="book__slots">
          <View className="row row--between gap-8 t14 secondary">
            <View>
              {sayDate(day.on)} {weekdayLabel(startOfDay(day.on))}
            </View>
            {day.spans.length > 0 && day.note !== null ? <View className="t12">{day.note}</View> : null}
          </View>
          <Slots {...props} day={day} />
          {closed ? <View className="t12 secondary">不开放的时段：{closed}</View> : null}
        </View>
      ) : null}
    </>
  )
}
