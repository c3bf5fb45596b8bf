import { OFFER_LIFE_MS_MAX } from '@domain/booking/offer'
import { momentLabel } from '@domain/booking/wording'
import { grouped } from '@domain/kernel/grouped'
import { HOUR_MS, SECOND_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, holdCommand, useCommand, useHeldIds, useServerNow } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayCountdown } from '@/ui/clock/moment'
import { toast } from '@/ui/toast/store'
import { placeQueries } from './outdated'
import './places.scss'

export interface OfferCardProps {
  expiresAt: number
  /** How far the server's clock is ahead. */
  offsetMs: number
}

/** A seat is held for me: how long still. */
export function OfferCard({ expiresAt, offsetMs }: OfferCardProps) {
  const now = useServerNow(offsetMs, SECOND_MS)
  // Until the timer has been round, it is still called mine, and cannot be taken any more.
  if (now >= expiresAt)
    return (
      <Card>
        <View className="t14 secondary">
          过了 {momentLabel(expiresAt, now)} 的确认时间，名额正在让给下一位。
        </View>
      </Card>
    )
  return (
    <Card>
      <View className="places__split">
        <View className="places__number" {...spokenAs('timer')}>
          <View className="t28 bold">{sayCountdown(expiresAt - now)}</View>
          <View className="t12 secondary">名额留给你</View>
        </View>
        <View className="places__words">
          有人退出，轮到你了。{momentLabel(expiresAt, now)} 前确认，过时让给下一位。
        </View>
      </View>
    </Card>
  )
}

/** The longest that a seat is held. */
const OFFER_HOURS = OFFER_LIFE_MS_MAX / HOUR_MS

/** Where I stand in the queue, and what happens next. */
export function RankCard({ rank }: { rank: number }) {
  return (
    <Card>
      <View className="places__split">
        <View className="places__number">
          <View className="t28 bold">{rank}</View>
          <View className="t12 secondary">候补位次</View>
        </View>
        <View className="places__words">
          有人退出会自动轮到你，微信里通知。请在 {OFFER_HOURS} 小时内确认，过时让给下一位。
        </View>
      </View>
    </Card>
  )
}

function useAccept() {
  return useCommand(api.booking.acceptOffer, {
    outdates: placeQueries,
    onDone: ({ balance }) =>
      toast.show(balance === null ? '报上了，到时候见' : `报上了，还有 ${grouped(balance)} 沃币`),
  })
}

export interface OfferChoiceProps {
  placeId: string
  /** Whole coins that taking it costs. */
  fee: number
  /** "滴水湖环湖骑行" */
  title: string
}

/**
 * 让出 and 我去 in a row of a list. What is given up goes to the next at once and does not come back, and a thumb that
 * scrolls slips: it goes out when the undo has counted down.
 */
export function OfferChoice({ placeId, fee, title }: OfferChoiceProps) {
  const accept = useAccept()
  const held = useHeldIds().has(placeId)
  const decline = () =>
    holdCommand(
      api.booking.leave,
      { placeId },
      {
        ids: [placeId],
        subject: `让出「${title}」`,
        outdates: placeQueries,
        said: `让出「${title}」`,
        after: '数到 0 就给下一位',
        tooLate: '已经给下一位了，还想去可以再排',
      },
    )
  return (
    <View className="places__choice">
      <Button kind="secondary" size="small" disabled={held} label={`让出 ${title}`} onTap={decline}>
        让出
      </Button>
      <Button
        kind="soft"
        size="small"
        disabled={held}
        label={`我去 ${title}${fee > 0 ? `，用掉 ${grouped(fee)} 沃币` : ''}`}
        onTap={() => accept.run({ placeId })}
      >
        {fee > 0 ? `我去，${grouped(fee)} 沃币` : '我去'}
      </Button>
    </View>
  )
}

export interface OfferBarProps {
  placeId: string
  fee: number
  /** Until when it is held; null: as long as it is offered. */
  expiresAt: number | null
  /** How far the server's clock is ahead. */
  offsetMs: number
}

/** 我去 or 让出: the seat has been held since the offer. Nothing once its time is over. */
export function OfferBar({ placeId, fee, expiresAt, offsetMs }: OfferBarProps) {
  const accept = useAccept()
  const now = useServerNow(offsetMs, SECOND_MS)
  const decline = useCommand(api.booking.leave, {
    outdates: placeQueries,
    onDone: () => toast.show('让给下一位了，谢谢'),
  })
  if (expiresAt !== null && now >= expiresAt) return null
  return (
    <BottomBar consequence={fee > 0 ? `确认会用掉 ${grouped(fee)} 沃币` : undefined}>
      <Button kind="secondary" onTap={() => decline.run({ placeId })}>
        让出
      </Button>
      <Button onTap={() => accept.run({ placeId })}>我去</Button>
    </BottomBar>
  )
}
