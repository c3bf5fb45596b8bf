import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { Stars } from '@/ui/stars/Stars'
import { toast } from '@/ui/toast/store'
import { ticketActionNames, ticketQueries } from '../../ticketWords'
import { actionWords, onwardOf } from './onward'
import type { Opened } from './useNewWords'
import type { Steps } from './useSteps'

interface TicketEndProps {
  opened: Opened
  steps: Steps
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
      <View className="mt-12">
        <Button block disabled={stars === 0} onTap={() => rate.run({ ticketId, stars, words: words.trim() })}>
          评价
        </Button>
      </View>
    </Card>
  )
}

/** What becomes of it if nobody says anything. */
function ConfirmCard({ closesAt, now }: { closesAt: number | null; now: number }) {
  return (
    <Card>
      <View className="row gap-12">
        <View className="ticket__tick">
          <Icon name="check" />
        </View>
        <View className="grow">
          <View className="t16 medium">好了就点「{ticketActionNames.confirm}」</View>
          {closesAt === null ? null : (
            <View className="t12 secondary">没点的话，{sayWhen(closesAt, now)} 自动关单，还能重开</View>
          )}
        </View>
      </View>
    </Card>
  )
}

function AssignSheet({ opened, steps }: TicketEndProps) {
  const { asking, close, give } = steps
  return (
    <Sheet open={asking === 'assign'} title="交给谁" onClose={close} note="对方和提的人都会收到通知">
      {opened.handlers.map(({ employeeId, name, department }) => (
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
  )
}

function WordsSheet({ asking, close, step }: Steps) {
  const [note, setNote] = useState('')
  const leave = () => {
    setNote('')
    close()
  }
  return (
    <Sheet
      open={asking !== undefined && asking !== 'assign'}
      title={asking ? ticketActionNames[asking] : ''}
      onClose={leave}
      note={note.trim().length < 2 ? '先写一句，对方会看到' : '对方会看到这句话'}
      action={
        <Button
          disabled={note.trim().length < 2}
          onTap={async () => {
            leave()
            if (asking) await step(asking, note.trim())
          }}
        >
          发出
        </Button>
      }
    >
      <Field label="说一句" multiline value={note} maxLength={200} onChange={setNote} />
    </Sheet>
  )
}

/** Below the words: what becomes of it, what was or may be said of how it went, and the steps that do not lead on. */
export function TicketEnd({ opened, steps }: TicketEndProps) {
  const { ticket, now } = opened
  const { rating, actions, closesAt } = ticket
  const onward = onwardOf(opened)
  const others = actions.filter(action => action !== 'answer' && action !== onward)
  return (
    <>
      {actions.includes('confirm') ? <ConfirmCard closesAt={closesAt} now={now} /> : null}
      {ticket.canRate ? <RateCard ticketId={ticket.ticketId} /> : null}
      {rating ? (
        <Card>
          <View className="t16 medium">{`评价 · ${rating.stars} 星`}</View>
          {rating.words ? <View className="t14 mt-4">{rating.words}</View> : null}
        </Card>
      ) : null}
      <View className="ticket__actions">
        {others.map(action => (
          <Button key={action} kind="secondary" size="small" onTap={() => steps.tap(action)}>
            {actionWords(action, opened)}
          </Button>
        ))}
      </View>
      <AssignSheet opened={opened} steps={steps} />
      <WordsSheet {...steps} />
    </>
  )
}
