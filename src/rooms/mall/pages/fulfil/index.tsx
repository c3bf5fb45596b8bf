import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePagesOf, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { CallOffSheet } from './CallOffSheet'
import { HandOverCard } from './HandOverCard'
import { NodeSheet } from './NodeSheet'
import { type Fulfilment, ShipSheet } from './ShipSheet'
import './fulfil.scss'
import { WaitingOrder } from './WaitingOrder'

type Way = 'home' | 'desk' | 'sent'

const kinds: readonly { key: Way; text: string }[] = [
  { key: 'home', text: '寄到家' },
  { key: 'desk', text: '前台自取' },
  { key: 'sent', text: '在路上' },
]

const emptyWords = {
  home: { title: '都寄出了', sentence: '有人换了东西要寄，会出现在这里。' },
  sent: { title: '没有包裹在路上', sentence: '寄出的会在这里，直到对方确认收到。' },
  desk: { title: '没有人在等', sentence: '有人来拿时，扫一下对方的取货码。' },
} as const

/** What waits in one way; or, while something is typed, whatever was looked for, as one page of the same. */
function useOrders(kind: Way, deskId: string, text: string) {
  const isAtDesk = kind === 'desk' && deskId !== ''
  const pages = usePagesOf(
    api.mall.listFulfilment,
    { kind, ...(isAtDesk ? { deskId } : {}) },
    { kept: false },
  )
  const listed = usePagedScreen(pages)
  const found = useQueryOf(api.mall.findOrders, { text }, { enabled: text !== '', staleMs: 0, kept: false })
  const { data: answer, ...asked } = found
  const screen =
    text === '' ? listed : { ...asked, ...(answer ? { data: [{ ...answer, desks: [], next: null }] } : {}) }
  const desks = pages.data?.pages[0]?.desks ?? []
  return { pages, screen, desks, isMore: text !== '' && answer?.complete === false }
}

interface DeskChipsProps {
  desks: readonly { deskId: string; name: string }[]
  chosen: string
  onChoose: (deskId: string) => void
}

/** Of one desk there is nothing to choose. */
function DeskChips({ desks, chosen, onChoose }: DeskChipsProps) {
  if (desks.length < 2) return null
  return (
    <ChipRow>
      {[{ deskId: '', name: '所有前台' }, ...desks].map(({ deskId, name }) => (
        <Chip key={deskId} on={deskId === chosen} onTap={() => onChoose(deskId)}>
          {name}
        </Chip>
      ))}
    </ChipRow>
  )
}

/** The sheet that belongs to what is done about an order. */
function ActingSheet({ acting, onClose }: { acting: Acting; onClose: () => void }) {
  const { order, does } = acting
  if (does === 'callOff') return <CallOffSheet key={order.orderId} order={order} onClose={onClose} />
  if (order.parcel && does === 'next')
    return <NodeSheet key={order.orderId} order={order} onClose={onClose} />
  return <ShipSheet key={order.orderId} order={order} onClose={onClose} />
}

interface Acting {
  order: Fulfilment
  /** What comes next of it; or its waybill is written down anew; or it is given to nobody. */
  does: 'next' | 'correct' | 'callOff'
}

interface Page {
  orders: readonly Fulfilment[]
  now: number
}

/** In their order, but the one that somebody came for before the others. */
function standingFirst(pages: readonly Page[], isAsked: (order: Fulfilment) => boolean) {
  const all = pages.flatMap(({ orders, now }) => orders.map(order => ({ order, now })))
  return [...all.filter(({ order }) => isAsked(order)), ...all.filter(({ order }) => !isAsked(order))]
}

/** What is done about an order. Whoever came for one is where it is sent, as soon as it is there. */
function useActing(pages: readonly Page[] | undefined, isAsked: (order: Fulfilment) => boolean) {
  const [acting, setActing] = useState<Acting>()
  const [hasCome, setHasCome] = useState(false)
  const came = hasCome ? undefined : pages?.flatMap(({ orders }) => orders).find(isAsked)
  if (came) {
    setHasCome(true)
    if (came.actions.includes('ship')) setActing({ order: came, does: 'next' })
  }
  return [acting, setActing] as const
}

/** The keeper's page: what waits to be sent, what waits at the desk, oldest first; and any order that is looked for. */
export default function FulfilPage() {
  const { kind: asked, orderId } = usePageParams()
  const [kind, setKind] = useState<Way>(asked === 'desk' || asked === 'sent' ? asked : 'home')
  const [deskId, setDeskId] = useState('')
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const { pages, screen, desks, isMore } = useOrders(kind, deskId, text)
  const isFinding = text !== ''
  const isAsked = (order: Fulfilment) => !isFinding && order.orderId === orderId
  const [acting, setActing] = useActing(screen.data, isAsked)
  return (
    <Screen
      nav={<Nav title="兑换发货" />}
      side={<DeskMenu here="mall/fulfil" />}
      header={
        <>
          <View className="mt-8">
            <SearchField value={typed} label="搜订单" placeholder="单号、姓名或商品" onChange={setTyped} />
          </View>
          {isFinding ? null : <Segments segments={kinds} value={kind} onChange={setKind} />}
          {kind === 'desk' && !isFinding ? (
            <>
              <View className="pad mt-8">
                <HandOverCard />
              </View>
              <View className="mt-8">
                <DeskChips desks={desks} chosen={deskId} onChoose={setDeskId} />
              </View>
            </>
          ) : null}
        </>
      }
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ orders }) => orders.length === 0)}
      empty={
        isFinding
          ? { title: `没找到「${text}」`, sentence: '订单号从头写起，运单号要写全。' }
          : emptyWords[kind]
      }
    >
      {loaded => (
        <>
          <View className="pad column gap-8 mt-12 desk-cards">
            {standingFirst(loaded, isAsked).map(({ order, now }) => (
              <WaitingOrder
                key={order.orderId}
                order={order}
                now={now}
                found={isFinding}
                onNext={() => setActing({ order, does: 'next' })}
                onCorrect={() => setActing({ order, does: 'correct' })}
                onCallOff={() => setActing({ order, does: 'callOff' })}
              />
            ))}
          </View>
          {isMore ? <View className="pad t12 secondary mt-8">没有列全，多写几个字</View> : null}
          {isFinding ? null : <ListEnd of={pages} />}
          {acting ? <ActingSheet acting={acting} onClose={() => setActing(undefined)} /> : null}
        </>
      )}
    </Screen>
  )
}
