import { dayOf } from '@domain/kernel/time'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { api, type Output, useAskToNotify, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import { LeaveButton } from '../../LeaveButton'
import { OfferBar } from '../../OfferCard'
import { placeQueries } from '../../outdated'
import { PromiseSheet } from './PromiseSheet'

type Opened = Output<typeof api.booking.openVisit>

/** Over, left or called off: one may come again. */
const isPast = ({ place }: Opened) => place.actions.includes('join') || place.state === 'calledOff'

/** Whether there is anything to do with it now. */
export function hasBar(opened: Opened): boolean {
  const { actions } = opened.place
  return opened.asksFeedback || actions.includes('accept') || actions.includes('cancel') || isPast(opened)
}

/** The page of the same kind of visit; of one that the centre has no more it says what there is instead. */
function bookingOf({ place, kindId, centre }: Opened) {
  const of = kindId ?? place.visit?.kindId
  return { centreId: centre.centreId, ...(of === undefined ? {} : { kindId: of }) }
}

/** The same page, to move this one. */
const movingOf = (opened: Opened) => ({ ...bookingOf(opened), placeId: opened.place.placeId })

/** The centre moved it: yes, another time, or no. */
function MovedBar(opened: Opened) {
  const { place, kindId, movable, asks, movedFrom } = opened
  const { placeId } = place
  const isSameDay = movedFrom !== null && dayOf(movedFrom.startsAt) === dayOf(place.startsAt)
  const [asking, setAsking] = useState(false)
  const accept = useCommand(api.booking.acceptOffer, {
    outdates: placeQueries,
    onDone: () => {
      setAsking(false)
      toast.show('就这么定了，到时候见')
    },
  })
  const decline = useCommand(api.booking.leave, {
    outdates: placeQueries,
    onDone: () => toast.show('知道了，这次不来'),
  })
  return (
    <BottomBar>
      <Button kind="secondary" onTap={() => decline.run({ placeId })}>
        不去了
      </Button>
      {movable || kindId === null ? (
        <Button kind="secondary" onTap={() => openPage('booking/book', movingOf(opened))}>
          换时间
        </Button>
      ) : null}
      <Button onTap={() => (asks.length > 0 ? setAsking(true) : accept.run({ placeId }))}>
        {isSameDay ? '就这个时段' : '就这天'}
      </Button>
      <PromiseSheet
        open={asking}
        asks={asks}
        onClose={() => setAsking(false)}
        onAgree={() => accept.run({ placeId, agreed: [...asks] })}
      />
    </BottomBar>
  )
}

/** Too late to move or to cancel: the desk still wants to know. */
function LateBar({ phone }: { phone: string }) {
  const call = () => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  return (
    <BottomBar consequence="过了改和取消的时间，来不了请说一声">
      {phone === '' ? null : (
        <Button kind="secondary" icon="phone" onTap={call}>
          给前台打电话
        </Button>
      )}
    </BottomBar>
  )
}

function MyBar(opened: Opened) {
  const { place, centre, kindId, cancelUntil, now } = opened
  const askToNotify = useAskToNotify()
  const { placeId, title, state, paid, startsAt, endsAt } = place
  const waiting = state === 'waiting'
  const isLate = now >= cancelUntil
  if (!waiting && isLate) return <LateBar phone={centre.phone} />
  return (
    <BottomBar consequence={kindId === null ? '中心不再安排这一种了，约好的照旧' : undefined}>
      <LeaveButton {...{ placeId, title, waiting, paid, cancelUntil, now }} visit={{ startsAt, endsAt }} />
      {waiting ? (
        <Button icon="bell" onTap={() => askToNotify(['seatOffered'])}>
          打开通知
        </Button>
      ) : (
        <Button kind="secondary" icon="swap" onTap={() => openPage('booking/book', movingOf(opened))}>
          改时间
        </Button>
      )}
    </BottomBar>
  )
}

interface VisitBarProps {
  opened: Opened
  /** How far the server's clock is ahead. */
  offsetMs: number
  onTell: () => void
}

/** What may be done with a visit now, from the table of places and the centre's rules. */
export function VisitBar({ opened, offsetMs, onTell }: VisitBarProps) {
  const { place, centre, kindId, movedFrom, asksFeedback } = opened
  if (asksFeedback) {
    return (
      <BottomBar consequence="一句话也行，前台会看">
        <Button icon="star" onTap={onTell}>
          说说这一次
        </Button>
      </BottomBar>
    )
  }
  if (place.actions.includes('accept'))
    return movedFrom ? (
      <MovedBar {...opened} />
    ) : (
      <OfferBar placeId={place.placeId} fee={0} expiresAt={place.offerExpiresAt} offsetMs={offsetMs} />
    )
  if (place.actions.includes('cancel')) return <MyBar {...opened} />
  return (
    <BottomBar>
      {kindId === null ? (
        <Button onTap={() => openPage('booking/centre', { centreId: centre.centreId })}>
          看看还能约什么
        </Button>
      ) : (
        <Button onTap={() => openPage('booking/book', bookingOf(opened))}>再约一次</Button>
      )}
    </BottomBar>
  )
}
