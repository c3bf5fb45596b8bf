import { can } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { api, useCommand, usePullToRefresh, useQueryOf, useRefreshOnShow, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import {
  sayAhead,
  sayAnswer,
  type Ticket,
  ticketStateNames,
  ticketTones,
  urgencyNames,
} from '../../ticketWords'
import { Conversation } from './Conversation'
import { SayBar } from './SayBar'
import { TicketEnd } from './TicketEnd'
import './ticket.scss'
import { toast } from '@/ui/toast/store'
import { type Opened, useNewWords } from './useNewWords'
import { useSteps } from './useSteps'
import { Way } from './Way'
import { WayOn } from './WayOn'
import { wayOf } from './way'

/** What is owed until when, in one sentence. */
function sayDeadline({ dueAt, overdue, state, closesAt, actions }: Ticket, now: number): string {
  if (state === 'waiting') return '在等回话，这段时间不计时'
  // Whoever is to confirm it reads so at the end of the words.
  if (actions.includes('confirm')) return ''
  if (state === 'resolved' && closesAt !== null)
    return `没有回话的话，${sayAhead(closesAt, now)} 自动关单，还能重开`
  if (dueAt === null) return ''
  return overdue ? `${sayWhen(dueAt, now)} 就该办好，已经超时` : `${sayAhead(dueAt, now)} 前办好`
}

function TicketHead({ ticket, now, handling, following }: Opened) {
  const { number, site, place, state, title, answers, assignee, requester, urgency, followers } = ticket
  const deadline = sayDeadline(ticket, now)
  return (
    <Card>
      <View className="row row--between row--top gap-8">
        <View className="t20 bold grow">{title}</View>
        <Badge tone={ticketTones[state]}>{ticketStateNames[state]}</Badge>
      </View>
      <View className="t12 secondary">
        {number} · {site} {place}
      </View>
      {deadline ? <View className={`t14 mt-8${ticket.overdue ? ' bad' : ''}`}>{deadline}</View> : null}
      <Way stations={wayOf(ticket, handling, now)} />
      <View className="mt-12">
        {handling ? (
          <KeyValueRow label="谁提的">{`${requester.name} · ${requester.department}`}</KeyValueRow>
        ) : null}
        <KeyValueRow label="谁在办">{assignee?.name ?? '还没有人接'}</KeyValueRow>
        {handling && urgency !== 'soon' ? (
          <KeyValueRow label="有多急">{urgencyNames[urgency]}</KeyValueRow>
        ) : null}
        {followers > 0 ? (
          <KeyValueRow label="一样的">
            {following ? `连你 ${followers} 位同事也是，办好一起告诉` : `另有 ${followers} 位同事也是`}
          </KeyValueRow>
        ) : null}
        {answers.map(({ label, value }) => (
          <KeyValueRow key={label} label={label}>
            {sayAnswer(value)}
          </KeyValueRow>
        ))}
      </View>
    </Card>
  )
}

const isOwed = ({ dueAt, state }: Ticket) => dueAt !== null || state === 'waiting'

/** Somebody with whom it was the same is no longer told. */
function Unfollow({ ticketId }: { ticketId: string }) {
  const unfollow = useCommand(api.selfservice.followTicket, {
    outdates: [api.selfservice.listTickets, api.selfservice.openTicketForm],
    onDone: () => {
      toast.show('不再告诉你了')
      void goBack()
    },
  })
  return (
    <Button kind="text" block onTap={() => unfollow.run({ ticketId, following: false })}>
      我这边好了，不用告诉我
    </Button>
  )
}

/** A ticket: how it stands, what was said and done, and what can be done; for whoever asked and for whoever helps. */
export default function TicketPage() {
  const { ticketId = '' } = usePageParams()
  const query = useQueryOf(api.selfservice.openTicket, { ticketId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  const { messages, heard } = useNewWords(query.data, ticketId, query.refetch)
  const steps = useSteps(query.data?.ticket)
  const { me } = useSession()
  const helps = me !== null && can(me.grants, 'selfservice.tickets.handle')
  return (
    <Screen
      column
      nav={<Nav title={query.data ? `行政支持 · ${query.data.ticket.category}` : '工单'} />}
      side={helps ? <DeskMenu here="selfservice/ticketBoard" /> : undefined}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      bar={
        query.data?.ticket.canTalk ? (
          <SayBar opened={query.data} onSaid={heard}>
            <WayOn opened={query.data} steps={steps} />
          </SayBar>
        ) : undefined
      }
    >
      {opened => (
        <View className="pad column gap-12">
          <TicketHead {...opened} />
          <Conversation {...opened} messages={messages} trail={opened.ticket.trail} />
          <TicketEnd opened={opened} steps={steps} />
          {opened.following && isOwed(opened.ticket) ? <Unfollow ticketId={ticketId} /> : null}
        </View>
      )}
    </Screen>
  )
}
