import { spanLabel } from '@domain/booking/wording'
import { grouped } from '@domain/kernel/grouped'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { api, useAskToNotify, useCommand, useSession } from '@/api'
import { placeQueries, sayUntil } from '@/rooms/booking/public'
import { useDraft } from '@/rooms/useDraft'
import { Button } from '@/ui/button/Button'
import { Coin } from '@/ui/coin/Coin'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { Stepper } from '@/ui/stepper/Stepper'
import { toast } from '@/ui/toast/store'
import { Choices } from '../../Choices'
import { type Event, emptyJoin, type JoinDraft, joinProblem, toJoin } from '../../eventForm'

interface PartProps {
  event: Event
  draft: JoinDraft
  change: (part: Partial<JoinDraft>) => void
}

function Party({ event, draft, change }: PartProps) {
  if (event.partyMax < 2) return null
  const rename = (index: number, name: string) =>
    change({
      guests: Array.from({ length: event.partyMax - 1 }, (_, at) =>
        at === index ? name : (draft.guests[at] ?? ''),
      ),
    })
  return (
    <>
      <KeyValueRow label="一共几位，连自己">
        <Stepper
          label="人数"
          unit="位"
          value={draft.party}
          most={event.partyMax}
          onChange={party => change({ party })}
        />
      </KeyValueRow>
      {Array.from({ length: draft.party - 1 }, (_, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a guest is the place at the table
          key={index}
          label={`同行第 ${index + 1} 位怎么称呼`}
          maxLength={limits.nameMax}
          value={draft.guests[index] ?? ''}
          placeholder="可以不填"
          onChange={name => rename(index, name)}
        />
      ))}
    </>
  )
}

function Questions({ event, draft, change }: PartProps) {
  const answer = (questionId: string, words: string) =>
    change({ answers: { ...draft.answers, [questionId]: words } })
  return (
    <>
      {event.questions.map(({ questionId, title, options }) =>
        options.length > 0 ? (
          <Choices
            key={questionId}
            title={title}
            options={options}
            chosen={draft.answers[questionId]}
            onChoose={option => answer(questionId, option)}
          />
        ) : (
          <Field
            key={questionId}
            label={title}
            maxLength={100}
            value={draft.answers[questionId] ?? ''}
            onChange={words => answer(questionId, words)}
          />
        ),
      )}
    </>
  )
}

function Fee({ fee }: { fee: number }) {
  const coins = useSession().coins
  if (fee === 0) return null
  return (
    <View className="mt-12">
      {coins === null ? null : (
        <KeyValueRow label="现在">
          <Coin amount={coins.balance} size={14} />
        </KeyValueRow>
      )}
      <KeyValueRow label="报名费" total>
        <Coin amount={fee} size={20} />
      </KeyValueRow>
    </View>
  )
}

export interface JoinSheetProps {
  open: boolean
  onClose: () => void
  event: Event
  /** There is no seat for one more: it leads into the queue. */
  full: boolean
  now: number
}

/** The sign-up: who comes along, what the host asks, what it costs. */
export function JoinSheet({ open, onClose, event, full, now }: JoinSheetProps) {
  const { draft, change, drop } = useDraft(`union.join.${event.eventId}`, emptyJoin)
  const askToNotify = useAskToNotify()
  const join = useCommand(api.union.joinEvent, {
    outdates: placeQueries,
    onDone: ({ state }) => {
      drop()
      onClose()
      if (state === 'confirmed') toast.show('报上了，到时候见')
      else if (full) toast.show('排上候补了，轮到你会通知')
      // Whoever has confirmed a seat believes that they have one.
      else toast.stay(`刚刚满了，先替你排上候补，轮到你会通知${event.fee > 0 ? '，沃币没有扣' : ''}`)
    },
  })
  const problem = joinProblem(event, draft)
  const later = event.fee > 0 ? '轮到你、确认时才扣沃币' : '轮到你时会通知'
  const refunded = sayUntil(event.cancelUntil, now, {
    can: event.fee > 0 ? '可以退出，沃币原路退回' : '可以退出',
    cannot: '现在报名就不能退出了',
  })
  return (
    <Sheet
      open={open}
      title={full ? '排候补' : '报名'}
      onClose={onClose}
      note={problem ?? (full ? later : refunded)}
      action={
        <Button
          disabled={problem !== undefined}
          onTap={() => {
            askToNotify(full ? ['seatOffered', 'sessionSoon'] : ['sessionSoon'])
            return join.run(toJoin(event, draft))
          }}
        >
          {full ? '排候补' : event.fee > 0 ? `用 ${grouped(event.fee)} 沃币报名` : '确认报名'}
        </Button>
      }
    >
      <Party event={event} draft={draft} change={change} />
      <Questions event={event} draft={draft} change={change} />
      <View className="t14 secondary mt-12">
        {event.title} · {spanLabel(event.startsAt, event.endsAt)}
      </View>
      <Fee fee={event.fee} />
    </Sheet>
  )
}
