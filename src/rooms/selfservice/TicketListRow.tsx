import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { type TicketRow, ticketStateNames, ticketTones } from './ticketWords'

interface TicketListRowProps {
  ticket: TicketRow
  now: number
  /** For handlers: who asks, and who has it. */
  handling?: boolean
  onTap: () => void
}

/** A ticket in a list: what it is about, where, and how it stands. */
export function TicketListRow({ ticket, now, handling = false, onTap }: TicketListRowProps) {
  const { category, icon, title, place, site, state, submittedAt, overdue, requester, assignee } = ticket
  const where = handling ? `${site} ${place} · ${requester.name}` : `${category} · ${place}`
  const who = assignee ? assignee.name : '还没有人接'
  return (
    <ListRow
      lead={icon}
      title={title}
      meta={[where, `${sayWhen(submittedAt, now)} · ${who}`]}
      end={
        overdue && handling ? (
          <Badge tone="bad">超时</Badge>
        ) : (
          <Badge tone={ticketTones[state]}>{ticketStateNames[state]}</Badge>
        )
      }
      onTap={onTap}
    />
  )
}
