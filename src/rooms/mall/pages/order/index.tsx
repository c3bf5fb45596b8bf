import { grouped } from '@domain/kernel/grouped'
import { mayAskUntil } from '@domain/mall/afterSale'
import { redirections } from '@domain/mall/order'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  api,
  holdCommand,
  type Output,
  useCommand,
  usePolling,
  usePullToRefresh,
  useQueryOf,
  useRefreshOnShow,
} from '@/api'
import { openPage, replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Timeline } from '@/ui/timeline/Timeline'
import { toast } from '@/ui/toast/store'
import { OrderRow } from '../../OrderRow'
import {
  askAfter,
  lastNodeOf,
  type Order,
  orderSteps,
  orderTitle,
  sayArrival,
  sayAskUntil,
  sayPickup,
} from '../../orderWords'
import { orderQueries } from '../../outdated'
import { CancelSheet } from './CancelSheet'
import {
  ApartCard,
  CodesCard,
  DeliveryCard,
  FreshBanner,
  ParcelCard,
  PickupCard,
  ReturnCard,
  ShownPhotos,
} from './OrderParts'
import { RedirectSheet, redirectionNames, type Way } from './RedirectSheet'
import './order.scss'

type Opened = Output<typeof api.mall.openOrder>

function saySubtitle(order: Order): string {
  const { state, delivery, productName, afterSale } = order
  const wish = afterSale?.wish?.name
  if (wish && (state === 'exchangeAsked' || state === 'exchanging')) return `${productName}，换成 ${wish}`
  if (state === 'cancelled') return `${productName}，没有换，沃币已经退回`
  if (state !== 'placed' && state !== 'shipped' && state !== 'received') return productName
  if (state === 'received') return `${productName}，用得开心`
  if (state === 'shipped') return [productName, lastNodeOf(order)?.words].filter(Boolean).join('，')
  return delivery.kind === 'desk' ? `${productName}，放在${delivery.place}` : `${productName}，正等管理员打包`
}

/** What the keeper answered last, where it was no. */
function refusalOf({ state, trail }: Order): string | undefined {
  const last = trail.at(-1)
  return state === 'received' && last?.action === 'refuse' ? (last.note ?? '') : undefined
}

/** The state as a title; what is known of the desk or the parcel says it more exactly. */
function sayTitle({ order, pickupDesk, now }: Pick<Opened, 'order' | 'pickupDesk' | 'now'>): string {
  const node = lastNodeOf(order)
  if (node) return `到${node.place}了`
  return (pickupDesk && sayPickup(pickupDesk, now)) || orderTitle(order)
}

function OrderPaper(opened: Opened & { fresh: boolean }) {
  const { order, pickupCode, pickupDesk, codes, returnDesks, now, fresh } = opened
  const { state, delivery, parcel, number, productId, productName } = order
  const refusal = refusalOf(order)
  return (
    <View className="pad column gap-12">
      {fresh && state === 'placed' ? <FreshBanner order={order} /> : null}
      <View>
        <View className="t28 bold">{refusal === undefined ? sayTitle(opened) : '这次没有同意退换'}</View>
        <View className="t14 secondary mt-4">
          {refusal === undefined
            ? saySubtitle(order)
            : [refusal, `${productName}还在你这里，东西有问题可以再说一次`].filter(Boolean).join('。')}
        </View>
      </View>
      {pickupCode ? <PickupCard code={pickupCode} place={delivery.place} hours={pickupDesk?.hours} /> : null}
      {returnDesks.length > 0 ? <ReturnCard desks={returnDesks} /> : null}
      {codes.length > 0 ? <CodesCard codes={codes} /> : null}
      {parcel ? <ParcelCard order={order} parcel={parcel} /> : null}
      <Card>
        <Timeline steps={orderSteps(order, now)} />
      </Card>
      {order.apart ? <ApartCard apart={order.apart} /> : null}
      {order.afterSale ? <ShownPhotos photos={order.afterSale.photos} /> : null}
      <Card padding="none">
        <OrderRow
          order={order}
          meta={['看这件商品']}
          end={<Coin amount={order.paid} size={16} />}
          onTap={() => openPage('mall/product', { productId })}
        />
      </Card>
      <DeliveryCard delivery={delivery} number={number} state={state} />
    </View>
  )
}

/** What was agreed to is not to be lost by a slip of the thumb: it waits some seconds. */
function useWithdrawal({ orderId, productName, state }: Order) {
  const withdraw = useCommand(api.mall.withdrawAfterSale, {
    outdates: orderQueries,
    onDone: done => {
      if (done.orderId === orderId) return
      toast.show('撤回了，和原来的订单合在一起了')
      replacePage('mall/order', { orderId: done.orderId })
    },
  })
  if (state !== 'returning' && state !== 'exchanging') return () => withdraw.run({ orderId })
  return () =>
    holdCommand(
      api.mall.withdrawAfterSale,
      { orderId },
      {
        ids: [`withdrawal.${orderId}`],
        subject: `撤回「${productName}」的退换`,
        outdates: orderQueries,
        said: '撤回了，东西留下',
        after: '数到 0 就不再退换',
        tooLate: '已经撤回了，还想退换可以再申请',
      },
    )
}

/** Where else it may go, as long as it may. */
function wayOutOf({ actions }: Order): Way | undefined {
  return (['desk', 'home'] as const).find(way => actions.includes(redirections[way]))
}

interface OrderBarProps {
  order: Order
  now: number
  onCancel: () => void
  onRedirect: (way: Way) => void
}

/** What the buyer may do now, from the order's table. */
function OrderBar({ order, now, onCancel, onRedirect }: OrderBarProps) {
  const confirm = useCommand(api.mall.confirmOrder, {
    outdates: orderQueries,
    onDone: () => toast.show('收到就好，用得开心'),
  })
  const mayConfirm = order.actions.includes('confirm')
  const mayCancel = order.actions.includes('cancel')
  const mayAsk = order.actions.includes('askReturn')
  const mayWithdraw = order.actions.includes('withdraw')
  const wayOut = wayOutOf(order)
  const withdraw = useWithdrawal(order)
  const { orderId } = order
  if (mayWithdraw || mayAsk)
    return (
      <BottomBar consequence={mayWithdraw ? '改主意了可以撤回' : sayAskUntil(mayAskUntil(order) ?? now, now)}>
        {mayWithdraw ? (
          <Button kind="secondary" onTap={withdraw}>
            撤回申请
          </Button>
        ) : (
          <Button kind="secondary" onTap={() => openPage('mall/afterSale', { orderId })}>
            退换
          </Button>
        )}
      </BottomBar>
    )
  if (!mayConfirm && !mayCancel) return null
  return (
    <BottomBar consequence={mayCancel ? `取消会退回 ${grouped(order.paid)} 沃币` : sayArrival(order, now)}>
      {mayConfirm ? (
        <Button kind="secondary" onTap={() => openPage('selfservice/newTicket', askAfter(order))}>
          没收到？
        </Button>
      ) : null}
      {wayOut ? (
        <Button kind="secondary" onTap={() => onRedirect(wayOut)}>
          {redirectionNames[wayOut]}
        </Button>
      ) : null}
      {mayCancel ? (
        <Button kind="secondary" onTap={onCancel}>
          取消订单
        </Button>
      ) : null}
      {mayConfirm ? <Button onTap={() => confirm.run({ orderId: order.orderId })}>确认收到</Button> : null}
    </BottomBar>
  )
}

/** One order: its state as the title, the code or parcel, the trail, and what can still be changed. */
export default function OrderPage() {
  const { orderId = '', fresh } = usePageParams()
  const query = useQueryOf(api.mall.openOrder, { orderId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  // While the code is held out, the desk is about to hand the thing over.
  usePolling(query, Boolean(query.data?.pickupCode))
  const [cancelling, setCancelling] = useState(false)
  const [redirecting, setRedirecting] = useState<{ way: Way; open: boolean }>({ way: 'desk', open: false })
  const { order, now = 0 } = query.data ?? {}
  return (
    <Screen
      nav={<Nav title="订单" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      elsewhere={{ label: '看我的订单', onTap: () => replacePage('mall/orders') }}
      bar={
        order && order.actions.length > 0 ? (
          <OrderBar
            order={order}
            now={now}
            onCancel={() => setCancelling(true)}
            onRedirect={way => setRedirecting({ way, open: true })}
          />
        ) : undefined
      }
    >
      {opened => (
        <>
          <OrderPaper {...opened} fresh={fresh === '1'} />
          <CancelSheet
            order={opened.order}
            open={cancelling && opened.order.actions.includes('cancel')}
            onClose={() => setCancelling(false)}
          />
          <RedirectSheet
            key={redirecting.way}
            order={opened.order}
            way={redirecting.way}
            open={redirecting.open && opened.order.actions.includes(redirections[redirecting.way])}
            onClose={() => setRedirecting(({ way }) => ({ way, open: false }))}
          />
        </>
      )}
    </Screen>
  )
}
