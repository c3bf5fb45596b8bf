import type { Day } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { type HoursRow, unusualRows, weekRows } from '../../centre/hoursWords'

type Week = Parameters<typeof weekRows>[0]

function Row({ days, hours, note, today }: HoursRow) {
  return (
    <View className={`centre__hours${today ? ' centre__hours--today' : ''}`}>
      <View className="centre__days">
        <View>{days}</View>
        {note ? <Badge>{note}</Badge> : null}
        {today ? <Badge tone="accent">今天</Badge> : null}
      </View>
      <View className="centre__time">{hours}</View>
    </View>
  )
}

/** The usual week, today standing out, and the days to come that go by other hours, each with its reason. */
export function HoursCard({ centre, today }: { centre: Week; today: Day }) {
  const unusual = unusualRows(centre, today)
  return (
    <Card padding="none">
      <SectionHeader title="开放时间" />
      <View className="centre__rows">
        {weekRows(centre, today).map(row => (
          <Row {...row} key={row.key} />
        ))}
        {unusual.length > 0 ? <View className="centre__apart">这些天不一样</View> : null}
        {unusual.map(row => (
          <Row {...row} key={row.key} />
        ))}
      </View>
    </Card>
  )
}
