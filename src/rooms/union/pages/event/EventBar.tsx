import { mayCorrect } from '@domain/booking/checkIn'
import { grouped } from '@domain/kernel/grouped'
import { type api, type Output, useAskToNotify } from '@/api'
import { LeaveButton, OfferBar } from '@/rooms/booking/public'
import { openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { DecideBar } from './DecideBar'

type Opened = Output<typeof api.union.openEvent>

/** Why it cannot be joined now, as the button says it; undefined: it can. */
export function whyNot({ event, now }: Opened): string | undefined {
  if (event.state === 'proposed') return '等工会同意'
  if (event.state === 'calledOff') return '活动取消了'
  if (event.state === 'closed' || now >= event.endsAt) return '活动已经结束'
  return now >= event.joinUntil ? '报名已截止' : undefined
}

type MyBarProps = Opened & { mine: NonNullable<Opened['mine']>; offsetMs: number }

function MyBar({ event, mine, now, offsetMs }: MyBarProps) {
  const askToNotify = useAskToNotify()
  const { placeId, state, offerExpiresAt } = mine
  if (mine.actions.includes('accept'))
    return <OfferBar placeId={placeId} fee={event.fee} expiresAt={offerExpiresAt} offsetMs={offsetMs} />
  if (state === 'waiting') {
    const { title, cancelUntil } = event
    return (
      <BottomBar>
        <LeaveButton {...{ placeId, title, cancelUntil, now }} waiting paid={0} />
        <Button icon="bell" onTap={() => askToNotify(['seatOffered'])}>
          打开通知
        </Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar>
      <Button
        kind={now >= event.endsAt ? 'secondary' : 'primary'}
        icon="ticket"
        onTap={() => openPage('booking/ticket', { placeId })}
      >
        看入场券
      </Button>
    </BottomBar>
  )
}

/** Whether there is anything to do: with what is over only while its host may still write down who came. */
export function hasBar({ event, mine, now }: Opened): boolean {
  if (event.deciding || !mine || mine.actions.includes('join') || now < event.endsAt) return true
  return mayCorrect(event, now) && (mine.state === 'confirmed' || mine.state === 'absent')
}

interface EventBarProps {
  opened: Opened
  /** How far the server's clock is ahead. */
  offsetMs: number
  onJoin: () => void
}

/** What I can do now, under the thumb: by the table of places, and by what the event still takes. */
export function EventBar({ opened, offsetMs, onJoin }: EventBarProps) {
  const { event, mine, needsMembership } = opened
  if (event.deciding) return <DecideBar {...event} />
  if (mine && !mine.actions.includes('join')) return <MyBar {...opened} mine={mine} offsetMs={offsetMs} />
  const reason = whyNot(opened)
  if (reason !== undefined) {
    return (
      <BottomBar>
        <Button disabled>{reason}</Button>
      </BottomBar>
    )
  }
  if (needsMembership) {
    const { associationId, associationName } = event
    return (
      <BottomBar consequence={`只给${associationName}的会员`}>
        <Button onTap={() => openPage('union/association', { associationId, apply: '1' })}>申请加入</Button>
      </BottomBar>
    )
  }
  const isFull = event.taken >= event.capacity
  const price = event.fee > 0 ? `报名费 ${grouped(event.fee)} 沃币` : '不收费'
  return (
    <BottomBar consequence={isFull ? `满了，现在排是候补第 ${opened.waiting + 1} 位` : price}>
      <Button onTap={onJoin}>{isFull ? '排候补' : '报名'}</Button>
    </BottomBar>
  )
}
