import type { ReactNode } from 'react'
import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { type TicketRow, ticketStateNames, ticketTones, urgencyNames } from './ticketWords'

interface TicketListRowProps {
  ticket: TicketRow
  now: number
  /** For handlers: who asks, and who has it. */
  handling?: boolean
  /** Stands before it, in the icon's place: a mark to choose it by. */
  mark?: ReactNode
  onTap: () => void
}

/** A ticket in a list: what it is about, where, and how it stands. */
export function TicketListRow({ ticket, now, handling = false, mark, onTap }: TicketListRowProps) {
  const {
    category,
    icon,
    title,
    place,
    site,
    state,
    submittedAt,
    dueAt,
    overdue,
    requester,
    assignee,
    urgency,
    followers,
  } = ticket
  const where = handling ? `${site} ${place} · ${requester.name}` : `${category} · ${place}`
  const same = handling && followers > 0 ? ` · 另有 ${followers} 人也是` : ''
  const who = assignee ? assignee.name : '还没有人接'
  return (
    <ListRow
      lead={mark ?? icon}
      title={title}
      meta={[where, `${sayWhen(submittedAt, now)} · ${who}${same}`]}
      end={
        overdue && handling ? (
          <Badge tone="bad">超时</Badge>
        ) : handling && urgency === 'now' && dueAt !== null ? (
          <Badge tone="bad">{urgencyNames.now}</Badge>
        ) : (
          <Badge tone={ticketTones[state]}>{ticketStateNames[state]}</Badge>
        )
      }
      onTap={onTap}
    />
  )
}
