import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Field } from '@/ui/field/Field'
import { Segments } from '@/ui/segments/Segments'
import { Sheet } from '@/ui/sheet/Sheet'
import { aboutEvent, aboutProduct } from '../../about'
import { AttachedCard } from '../../components/AttachedCard'
import type { CardPreview } from './draft'

type Kind = CardPreview['kind']

interface CardSheetProps {
  open: boolean
  onClose: () => void
  onChoose: (card: CardPreview) => void
}

const kinds = [
  { key: 'event', text: '活动' },
  { key: 'product', text: '商品' },
] as const

/** While somebody types nothing is asked: only once the fingers rest. */
const RESTING_MS = 300

/** What can be chosen of one kind; undefined until it is known. */
function useChoice(kind: Kind, text: string, open: boolean) {
  const events = useQueryOf(
    api.union.findEvents,
    { text },
    { enabled: open && kind === 'event', kept: false },
  )
  const products = useQueryOf(
    api.mall.findProducts,
    { text },
    { enabled: open && kind === 'product', kept: false },
  )
  return kind === 'event'
    ? { cards: events.data?.events.map(aboutEvent), now: events.data?.now ?? 0 }
    : { cards: products.data?.products.map(aboutProduct), now: 0 }
}

/** An event or a product to put under a post, found by its words. */
export function CardSheet({ open, onClose, onChoose }: CardSheetProps) {
  const [kind, setKind] = useState<Kind>('event')
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), RESTING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { cards, now } = useChoice(kind, text, open)
  return (
    <Sheet open={open} title="附上活动或商品" onClose={onClose} note="帖子里看到的总是最新的时间、名额和价格">
      <Segments segments={kinds} value={kind} onChange={setKind} />
      <Field
        label={kind === 'event' ? '活动、协会或地点' : '商品'}
        value={typed}
        onChange={setTyped}
        placeholder={kind === 'event' ? '骑行' : '保温杯'}
        maxLength={20}
      />
      <View className="column gap-8 mt-12">
        {cards?.map(card => (
          <AttachedCard key={card.id} card={card} now={now} onTap={() => onChoose(card)} />
        ))}
        {cards?.length === 0 ? (
          <View className="compose__none">
            {text ? `没有找到「${text}」，换个写法试试` : '现在没有可以附上的'}
          </View>
        ) : null}
      </View>
    </Sheet>
  )
}
