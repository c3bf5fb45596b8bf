import type { ReactNode } from 'react'
import { Badge } from '@/ui/badge/Badge'
import { ListRow } from '@/ui/listRow/ListRow'
import { type TicketRow, ticketLines, ticketStateNames, ticketTones, urgencyNames } from './ticketWords'

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
  const { icon, title, state, dueAt, overdue, urgency } = ticket
  return (
    <ListRow
      lead={mark ?? icon}
      title={title}
      meta={ticketLines(ticket, now, handling)}
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
