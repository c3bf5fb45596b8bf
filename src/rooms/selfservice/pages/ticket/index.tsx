import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Timeline, type TimelineStep } from '@/ui/timeline/Timeline'
import { type Ticket, ticketActionNames, ticketStateNames, ticketTones } from '../../ticketWords'
import { Conversation } from './Conversation'
import { TicketBar } from './TicketBar'
import './ticket.scss'
import { useNewWords } from './useNewWords'

type Opened = Output<typeof api.selfservice.openTicket>

function stepsOf({ trail }: Ticket, now: number): TimelineStep[] {
  return trail.map(({ action, at, by, note }, index) => ({
    key: `${index}`,
    title: action === 'escalate' ? '超时，已经告诉负责人' : ticketActionNames[action],
    meta: [by, note].filter(Boolean).join('：'),
    when: sayWhen(at, now),
    state: index === trail.length - 1 ? 'now' : 'done',
  }))
}

/** What is owed until when, in one sentence. */
function sayDeadline({ dueAt, overdue, state, closesAt }: Ticket, now: number): string {
  if (state === 'waiting') return '在等回话，这段时间不计时'
  if (state === 'resolved' && closesAt !== null)
    return `没有回话的话，${sayWhen(closesAt, now)}自动关单，还能重开`
  if (dueAt === null) return ''
  return overdue ? `${sayWhen(dueAt, now)}就该办好，已经超时` : `${sayWhen(dueAt, now)}前办好`
}

function TicketHead({ ticket, now, handling }: { ticket: Ticket; now: number; handling: boolean }) {
  const { number, category, site, place, state, title, answers, assignee, requester, rating } = ticket
  const deadline = sayDeadline(ticket, now)
  const [all, setAll] = useState(false)
  const steps = stepsOf(ticket, now)
  return (
    <Card>
      <View className="row row--between row--top gap-8">
        <View className="t20 bold grow">{title}</View>
        <Badge tone={ticketTones[state]}>{ticketStateNames[state]}</Badge>
      </View>
      <View className="t12 secondary">
        {number} · {category} · {site} {place}
      </View>
      {deadline ? <View className={`t14 mt-12${ticket.overdue ? ' bad' : ''}`}>{deadline}</View> : null}
      <View className="mt-12">
        {handling ? (
          <KeyValueRow label="谁提的">{`${requester.name} · ${requester.department}`}</KeyValueRow>
        ) : null}
        <KeyValueRow label="谁在办">{assignee?.name ?? '还没有人接'}</KeyValueRow>
        {answers.map(({ label, value }) => (
          <KeyValueRow key={label} label={label}>
            {value}
          </KeyValueRow>
        ))}
        {rating ? <KeyValueRow label="评价">{`${rating.stars} 星 ${rating.words}`}</KeyValueRow> : null}
      </View>
      <View className="mt-12" onClick={() => setAll(!all)}>
        <Timeline steps={all ? steps : steps.slice(-3)} />
      </View>
    </Card>
  )
}

function TicketPaper({ opened, onChanged }: { opened: Opened; onChanged: () => Promise<unknown> }) {
  const { ticket, handling, now } = opened
  const { messages, heard } = useNewWords(opened, onChanged)
  return (
    <>
      <View className="pad column gap-12">
        <TicketHead ticket={ticket} now={now} handling={handling} />
        <Conversation messages={messages} handling={handling} now={now} />
      </View>
      <TicketBar opened={opened} onSaid={heard} />
    </>
  )
}

/** A ticket: how it stands, what was said, and what can be done; for whoever asked and for whoever helps. */
export default function TicketPage() {
  const { ticketId = '' } = usePageParams()
  const query = useQueryOf(api.selfservice.openTicket, { ticketId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title={query.data ? `报修 · ${query.data.ticket.category}` : '工单'} />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
    >
      {opened => <TicketPaper key={opened.ticket.ticketId} opened={opened} onChanged={query.refetch} />}
    </Screen>
  )
}
