import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { toast } from '@/ui/toast/store'
import { ticketQueries, ticketStateNames } from '../../ticketWords'

type Alike = Output<typeof api.selfservice.openTicketForm>['alike'][number]

function Row({ ticket, now }: { ticket: Alike; now: number }) {
  const { ticketId, place, title, state, submittedAt, joined } = ticket
  const follow = useCommand(api.selfservice.followTicket, {
    outdates: [api.selfservice.openTicketForm, ...ticketQueries],
    onDone: ({ following }) => toast.show(following ? '记下了，办好会告诉你' : '不再告诉你了'),
  })
  return (
    <ListRow
      lead="info"
      plain
      chevron={false}
      title={title}
      meta={`${place} · ${sayWhen(submittedAt, now)} · ${ticketStateNames[state]}`}
      end={
        <Button
          kind="secondary"
          size="small"
          label={joined ? `不跟着「${title}」了` : `「${title}」，我也是`}
          onTap={() => follow.run({ ticketId, following: !joined })}
        >
          {joined ? '已跟着' : '我也是'}
        </Button>
      }
    />
  )
}

/** What colleagues of the site have asked for that may be the same: one word instead of one more ticket. */
export function SameHere({ tickets, now }: { tickets: readonly Alike[]; now: number }) {
  if (tickets.length === 0) return null
  return (
    <View className="column gap-8">
      <View className="t14 secondary">旁边有人报过，一样的话不用再写</View>
      <Card padding="none">
        {tickets.map(ticket => (
          <Row key={ticket.ticketId} ticket={ticket} now={now} />
        ))}
      </Card>
    </View>
  )
}
