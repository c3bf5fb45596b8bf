import { grouped } from '@domain/kernel/grouped'
import type { MonthRowView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { sayShort } from './words'

interface MonthsProps {
  title: string
  months: readonly MonthRowView[]
  value: (month: Pick<MonthRowView, 'visits' | 'posts'>) => number
}

/** So many bars have room for a number each on the narrowest phone. */
const NUMBERED_MAX = 6

const nameOf = ({ month }: MonthRowView) => String(Number(month.slice(5)))

/** Where a month that is not over goes at the pace of its days that are: of none there is no pace. */
export function paceOf({ days, daysInAll, running }: MonthRowView, all: number, today: number): number {
  const over = days - (running ? 1 : 0)
  return over > 0 ? Math.max(all, ((all - today) / over) * daysInAll) : all
}

/** Months side by side; one that is not over is solid to today and dashed to its pace. */
export function Months({ title, months, value }: MonthsProps) {
  const pace = (month: MonthRowView) => paceOf(month, value(month), month.running ? value(month.running) : 0)
  const isOver = ({ days, daysInAll }: MonthRowView, index: number) => days >= daysInAll || index === 0
  const highest = Math.max(
    1,
    ...months.map((month, index) => (isOver(month, index) ? value(month) : pace(month))),
  )
  const last = months.at(-1)
  const past = months.slice(0, -1)
  const mean = past.reduce((sum, month) => sum + value(month), 0) / Math.max(1, past.length)
  return (
    <Card className="stats__card">
      <View className="row row--between gap-8">
        <View className="t16 bold">{title}</View>
        {past.length > 0 && mean > 0 ? (
          <View className="t12 secondary">
            此前 {past.length} 个月均 {grouped(Math.round(mean))}
          </View>
        ) : null}
      </View>
      {last ? (
        <View className="stats__latest t12 secondary">
          <View className="stats__latest-number">{grouped(value(last))}</View>
          {last.days < last.daysInAll
            ? ` ${nameOf(last)} 月至 ${Number(last.lastOn.slice(8))} 日`
            : ` ${nameOf(last)} 月`}
        </View>
      ) : null}
      <View
        className={`stats__months${months.length > NUMBERED_MAX ? ' stats__months--many' : ''}`}
        {...spokenAs('img')}
        aria-label={`${title}：${months.map(month => `${nameOf(month)} 月 ${value(month)}`).join('，')}`}
      >
        {months.map((month, index) => (
          <View key={month.month} className="stats__month">
            <View className="stats__month-track">
              {isOver(month, index) ? null : (
                <View className="stats__pace" style={{ height: `${(100 * pace(month)) / highest}%` }} />
              )}
              {month === last ? null : (
                <View className="stats__month-value" style={{ bottom: `${(100 * value(month)) / highest}%` }}>
                  {sayShort(value(month))}
                </View>
              )}
              <View
                className={`stats__month-bar${month === last ? ' stats__month-bar--last' : ''}`}
                style={{ height: `${(100 * value(month)) / highest}%` }}
              />
            </View>
            <View className="stats__month-name">{nameOf(month)}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
