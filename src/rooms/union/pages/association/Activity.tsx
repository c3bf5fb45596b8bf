import { monthOf } from '@domain/kernel/time'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { EventMonth } from '../../EventMonth'

type Event = Output<typeof api.union.openAssociation>['events'][number]

/** The events to come of one association on its calendar. */
export function Activity({ events, now }: { events: Event[]; now: number }) {
  const [month, setMonth] = useState(() => monthOf(now))
  return (
    <Card padding="none">
      <SectionHeader title="活动日历" />
      <EventMonth month={month} onMonth={setMonth} events={events} now={now} none="要来的活动" />
    </Card>
  )
}
