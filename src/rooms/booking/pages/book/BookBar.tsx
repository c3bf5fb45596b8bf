import type { SlotShown } from '@domain/booking/centreViews'
import { momentLabel, weekdayLabel } from '@domain/booking/wording'
import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, useAskToNotify, useCommand } from '@/api'
import { goToField } from '@/rooms/goToField'
import { replacePage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import type { PartProblem } from '@/ui/field/At'
import { goBack } from '@/ui/nav/Nav'
import { toast } from '@/ui/toast/store'
import { type OpenSlots, slotFor, slotTime } from '../../centre/slotWords'
import { movingProblem, newPromises, partyOf, toVisit, type VisitDraft } from '../../centre/visitDraft'
import { placeQueries } from '../../outdated'
import { sayUntil } from '../../until'
import { whyNotBook } from './Hindrance'

/** 周六 10:30–11:15 · 3 位, and below it what that means. */
function Chosen({ slot, party, words }: { slot: SlotShown; party: number; words: string }) {
  return (
    <>
      <View className="t14 medium book__chosen">
        {weekdayLabel(slot.startsAt)} {slotTime(slot.startsAt)}–{slotTime(slot.endsAt)} · {party} 位
      </View>
      <View>{words}</View>
    </>
  )
}

interface BookBarProps {
  open: OpenSlots
  draft: VisitDraft
  slot: SlotShown | undefined
  problem: PartProblem | undefined
  /** The part that was missing when it was last to be sent; undefined: it never was. */
  sought: string | undefined
  onSought: (path: string) => void
  onBooked: () => void
}

/** 约这个时段, or a place in the queue of a time that has no seats for so many. */
export function BookBar({ open, draft, slot, problem, sought, onSought, onBooked }: BookBarProps) {
  const { centre, kind, rules } = open
  const askToNotify = useAskToNotify()
  const book = useCommand(api.booking.bookVisit, {
    outdates: placeQueries,
    onDone: ({ placeId, state }) => {
      onBooked()
      replacePage('booking/visit', { placeId })
      toast.show(state === 'confirmed' ? '约好了，到时候见' : '排上候补了，轮到你会通知')
    },
  })
  const hindrance = whyNotBook(open)
  if (hindrance !== undefined) {
    return (
      <BottomBar>
        <Button disabled>{hindrance}</Button>
      </BottomBar>
    )
  }
  const party = partyOf(draft, rules)
  const queues = slot !== undefined && slotFor(slot, party) === 'queue'
  const words = slot && (queues ? sayQueue(slot, party) : sayFreedom(slot, open))
  return (
    <BottomBar
      consequence={
        slot === undefined || (sought !== undefined && problem !== undefined) ? (
          problem?.words
        ) : (
          <Chosen slot={slot} party={party} words={words ?? ''} />
        )
      }
    >
      <Button
        disabled={slot === undefined}
        onTap={() => {
          if (problem !== undefined) {
            onSought(problem.at)
            goToField(problem.at)
            return
          }
          askToNotify(queues ? ['seatOffered', 'sessionSoon'] : ['sessionSoon'])
          return book.run(toVisit(centre.centreId, draft, rules, kind))
        }}
      >
        {queues ? '排候补' : '约这个时段'}
      </Button>
    </BottomBar>
  )
}

/** How long one may still change one's mind. */
function sayFreedom({ startsAt }: SlotShown, { rules, now }: OpenSlots): string {
  const until = startsAt - rules.cancelMinutes * MINUTE_MS
  return sayUntil(until, now, { can: '可以改或取消', cannot: '约了就不能改或取消' })
}

/** Where one would stand. Some seats may be left, too few for so many. */
function sayQueue({ left, waiting, state, byCar }: SlotShown, party: number): string {
  const few = state === 'free' && !byCar && left > 0 && left < party ? `只剩 ${left} 位，` : ''
  return waiting > 0 ? `${few}前面有 ${waiting} 位在等` : `${few}你会排在第一个`
}

interface MoveBarProps {
  open: OpenSlots
  place: OpenSlots['mine'][number]
  draft: VisitDraft
  slot: SlotShown | undefined
  onMoved: () => void
}

/** The same booking at another time: the new seats are taken first, so that nothing is lost when they are gone. */
export function MoveBar({ open, place, draft, slot, onMoved }: MoveBarProps) {
  const { kind, rules, now } = open
  const move = useCommand(api.booking.moveVisit, {
    outdates: placeQueries,
    onDone: ({ placeId }) => {
      onMoved()
      void goBack().then(() => replacePage('booking/visit', { placeId }))
      toast.show('改好了，入场码换了新的')
    },
  })
  const agreed = newPromises(kind, place)
  const problem = movingProblem(draft, rules, place, agreed)
  const words = `原来的 ${momentLabel(place.startsAt, now)} 会让出来`
  return (
    <BottomBar
      consequence={
        problem ??
        (slot === undefined ? '选一个新的时段' : <Chosen slot={slot} party={place.party} words={words} />)
      }
    >
      <Button
        disabled={slot === undefined || problem !== undefined}
        onTap={() =>
          slot ? move.run({ placeId: place.placeId, startsAt: slot.startsAt, agreed }) : undefined
        }
      >
        改到这时
      </Button>
    </BottomBar>
  )
}
