import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { Stars } from '@/ui/stars/Stars'
import { toast } from '@/ui/toast/store'
import { Photos, usePhotos } from '../../Photos'
import { ticketActionNames, ticketQueries } from '../../ticketWords'
import type { Said } from './useNewWords'

type Opened = Output<typeof api.selfservice.openTicket>
type Action = Opened['ticket']['actions'][number]

interface TicketBarProps {
  opened: Opened
  onSaid: (said: readonly Said[]) => void
}

/** Words to the other side; a handler may keep them among colleagues. */
function SayCard({ opened: { ticket, handling }, onSaid }: TicketBarProps) {
  const [body, setBody] = useState('')
  const [note, setNote] = useState(false)
  const photos = usePhotos(ticketLimits.imagesMax)
  const say = useCommand(api.selfservice.sayOnTicket, {
    outdates: ticketQueries,
    onDone: ({ message }) => {
      setBody('')
      photos.clear()
      onSaid([message])
    },
  })
  const { ticketId } = ticket
  const isEmpty = body.trim() === '' && photos.fileIds.length === 0
  const label = handling
    ? `给${ticket.requester.name}留言`
    : ticket.assignee
      ? `给${ticket.assignee.name}留言`
      : '留言'
  return (
    <Card>
      <Field
        label={label}
        multiline
        value={body}
        maxLength={ticketLimits.bodyMax}
        placeholder="说一句，或附照片"
        onChange={setBody}
      />
      <View className="mt-12">
        <Photos photos={photos} />
      </View>
      {handling ? (
        <Checkbox checked={note} onChange={setNote}>
          内部备注，只有处理的同事看得到
        </Checkbox>
      ) : null}
      <View className="mt-12">
        <Button
          block
          kind="secondary"
          disabled={isEmpty || photos.busy}
          onTap={() =>
            say.run({ ticketId, body: body.trim(), imageIds: photos.fileIds, note: handling && note })
          }
        >
          发送
        </Button>
      </View>
    </Card>
  )
}

function RateCard({ ticketId }: { ticketId: string }) {
  const [stars, setStars] = useState(0)
  const [words, setWords] = useState('')
  const rate = useCommand(api.selfservice.rateTicket, {
    outdates: ticketQueries,
    onDone: () => toast.show('谢谢，收到了'),
  })
  return (
    <Card>
      <View className="t16 medium">这次办得怎么样</View>
      <Stars label="这次办得怎么样" value={stars} onChange={setStars} />
      <Field
        label="说一句（可不填）"
        multiline
        value={words}
        maxLength={ticketLimits.ratingWordsMax}
        onChange={setWords}
      />
      <Button block disabled={stars === 0} onTap={() => rate.run({ ticketId, stars, words: words.trim() })}>
        评价
      </Button>
    </Card>
  )
}

/** Steps that say something to the other side. */
const SAYING: readonly Action[] = ['ask', 'resolve', 'decline', 'reopen']
const QUIET: readonly Action[] = ['cancel', 'decline', 'reopen', 'assign']

function useSteps({ ticket }: Opened) {
  const { ticketId, version } = ticket
  const options = { outdates: ticketQueries }
  const own = useCommand(api.selfservice.moveOwnTicket, options)
  const work = useCommand(api.selfservice.workTicket, options)
  const give = useCommand(api.selfservice.assignTickets, {
    ...options,
    onDone: ({ skipped }) => toast.show(skipped.length === 0 ? '交好了' : '刚刚有别的同事动过，请再看看'),
  })
  const step = (action: Action, note: string) => {
    if (action === 'confirm' || action === 'reopen' || action === 'cancel')
      return own.run({ ticketId, action, note })
    if (
      action === 'start' ||
      action === 'ask' ||
      action === 'resume' ||
      action === 'resolve' ||
      action === 'decline'
    )
      return work.run({ ticketId, version, action, note })
    return undefined
  }
  return { step, give: (handlerId: string) => give.run({ tickets: [{ ticketId, version }], handlerId }) }
}

/** What the caller may do with it now, from the ticket's table, and what they may say. */
export function TicketBar(props: TicketBarProps) {
  const { ticket, handling, handlers } = props.opened
  const { step, give } = useSteps(props.opened)
  const [asking, setAsking] = useState<Action>()
  const [note, setNote] = useState('')
  const close = () => setAsking(undefined)
  const tap = (action: Action) => {
    setNote('')
    if (action === 'assign' || SAYING.includes(action)) setAsking(action)
    else return step(action, '')
    return undefined
  }
  const actions = ticket.actions.filter(action => action !== 'answer')
  return (
    <View className="pad column gap-12 mt-12">
      {ticket.canRate ? <RateCard ticketId={ticket.ticketId} /> : null}
      {ticket.canTalk ? <SayCard {...props} /> : null}
      <View className="ticket__actions">
        {actions.map((action, index) => (
          <Button
            key={action}
            kind={QUIET.includes(action) || index > 0 ? 'secondary' : 'primary'}
            onTap={() => tap(action)}
          >
            {action === 'assign'
              ? handling && ticket.assignee
                ? '转交'
                : '接单或分派'
              : ticketActionNames[action]}
          </Button>
        ))}
      </View>
      <Sheet open={asking === 'assign'} title="交给谁" onClose={close} note="对方和提的人都会收到通知">
        {handlers.map(({ employeeId, name, department }) => (
          <ListRow
            key={employeeId}
            lead="person"
            title={name}
            meta={department}
            onTap={() => {
              close()
              void give(employeeId)
            }}
          />
        ))}
      </Sheet>
      <Sheet
        open={asking !== undefined && asking !== 'assign'}
        title={asking ? ticketActionNames[asking] : ''}
        onClose={close}
        note="对方会看到这句话"
        action={
          <Button
            disabled={note.trim().length < 2}
            onTap={async () => {
              const action = asking
              close()
              if (action) await step(action, note.trim())
            }}
          >
            发出
          </Button>
        }
      >
        <Field label="说一句" multiline value={note} maxLength={200} onChange={setNote} />
      </Sheet>
    </View>
  )
}
