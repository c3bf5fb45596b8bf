import { spanLabel } from '@domain/booking/wording'
import type { PostCardView } from '@domain/forum/cards'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import './attachedCard.scss'

type Shown = Exclude<PostCardView, { kind: 'gone' }>

interface AttachedCardProps {
  card: PostCardView
  /** The server's present. */
  now: number
  /** Instead of opening what it points at. */
  onTap?: () => void
}

/** What one should know before the tap: that it is too late, or nearly. */
function stateOf(card: Shown, now: number): ReactNode {
  if (card.kind === 'product') {
    if (card.off) return <Badge>已下架</Badge>
    return card.soldOut ? <Badge>换完了</Badge> : null
  }
  if (card.calledOff) return <Badge tone="bad">活动已取消</Badge>
  if (now >= card.endsAt) return <Badge>活动已结束</Badge>
  return card.full ? <Badge>满 · 可候补</Badge> : null
}

function Meta({ card }: { card: Shown }) {
  if (card.kind === 'product') return <Coin amount={card.price} size={16} />
  return (
    <>
      <View className="t12 secondary">{spanLabel(card.startsAt, card.endsAt)}</View>
      <View className="t12 secondary clamp-1">
        {card.place}
        {card.fee > 0 ? ` · ${grouped(card.fee)} 沃币` : ''}
      </View>
    </>
  )
}

const gone = { event: '这场活动看不到了', product: '这件商品看不到了' }

const openers = {
  event: (eventId: string) => openPage('union/event', { eventId }),
  product: (productId: string) => openPage('mall/product', { productId }),
}

/** An event or a product under a post, as it is now; a tap opens it. */
export function AttachedCard({ card, now, onTap }: AttachedCardProps) {
  if (card.kind === 'gone') {
    return (
      <View className="attached attached--gone">
        <Icon name="info" size={20} />
        <View className="t14">{gone[card.was]}</View>
      </View>
    )
  }
  const ground = card.kind === 'product' ? { background: card.coverGround } : {}
  return (
    <View
      className="attached"
      {...tappable(undefined, onTap ? 'button' : 'link')}
      onClick={onTap ?? (() => openers[card.kind](card.id))}
    >
      <View className="attached__picture picture-ground" style={ground}>
        <Picture
          src={fileUrl(card.coverFileId)}
          alt=""
          width={64}
          fit={card.kind === 'product' ? 'contain' : 'cover'}
        />
      </View>
      <View className="attached__words">
        <View className="attached__title">{card.title}</View>
        <Meta card={card} />
        {stateOf(card, now)}
      </View>
    </View>
  )
}
