import { variantName } from '@domain/mall/goods'
import type { DeliveryKind } from '@domain/mall/order'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, keyOf, type Output, useAskToNotify, useCommand, useSession } from '@/api'
import { replacePage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Picture } from '@/ui/picture/Picture'
import { Sheet } from '@/ui/sheet/Sheet'
import { Stepper } from '@/ui/stepper/Stepper'
import { keepAddress, keepDesk, readDesk } from '../../address'
import { DeliveryFields } from '../../DeliveryFields'
import { desksNear, firstDraft } from '../../deliveryDraft'
import { type DeliveryDraft, deliveryProblems, likelyDesk, toDelivery } from '../../deliveryForm'
import { orderQueries } from '../../outdated'
import '../../delivery.scss'
import { grouped } from '@domain/kernel/grouped'

type Opened = Output<typeof api.mall.openProduct>

export interface RedeemSheetProps {
  open: boolean
  onClose: () => void
  opened: Opened
  variant: Opened['product']['variants'][number]
  quantity: number
  quantityMost: number
  onQuantity: (quantity: number) => void
}

const deliveryNames: Record<DeliveryKind, string> = {
  desk: '公司前台自取',
  home: '寄到家',
  code: '兑换码，在订单里看',
}

const undoNotes: Record<DeliveryKind, string> = {
  desk: '拿走前可以在订单里取消',
  home: '寄出前可以在订单里取消',
  code: '兑换码送到后不能退',
}

/** Redeems, keeps the address for the next time, and puts the order in the page's place. */
function useRedemption(draft: DeliveryDraft) {
  const client = useQueryClient()
  return useCommand(api.mall.redeem, {
    outdates: orderQueries,
    onDone: ({ orderId }) => {
      if (draft.kind === 'home') keepAddress(draft)
      if (draft.kind === 'desk') keepDesk(draft.deskId)
      replacePage('mall/order', { orderId, fresh: '1' })
    },
    onError: ({ kind }) => {
      // Its price, its pieces or its terms are others by now: the page shows which.
      if (kind !== 'retry') void client.invalidateQueries({ queryKey: keyOf(api.mall.openProduct) })
      return false
    },
  })
}

function Sum({ balance, cost }: { balance: number; cost: number }) {
  return (
    <View className="mt-12">
      <KeyValueRow label="现在">
        <Coin amount={balance} size={14} />
      </KeyValueRow>
      <KeyValueRow label="这次用掉">
        <Coin amount={-cost} size={14} />
      </KeyValueRow>
      <KeyValueRow label="兑换后" total>
        <Coin amount={balance - cost} size={20} />
      </KeyValueRow>
    </View>
  )
}

interface WayChoiceProps {
  deliveries: readonly DeliveryKind[]
  draft: DeliveryDraft
  onChange: (draft: DeliveryDraft) => void
}

/** How it comes, where there is more than one way. */
function WayChoice({ deliveries, draft, onChange }: WayChoiceProps) {
  if (deliveries.length < 2) return null
  return (
    <View className="redeem__kinds" {...spokenAs('radiogroup')} aria-label="怎么拿">
      {deliveries.map(kind => (
        <Chip key={kind} on={kind === draft.kind} onTap={() => onChange({ ...draft, kind })}>
          {deliveryNames[kind]}
        </Chip>
      ))}
    </View>
  )
}

/** 确认兑换: what, where to, and what it leaves. */
export function RedeemSheet(props: RedeemSheetProps) {
  const { open, onClose, opened, variant, quantity, quantityMost, onQuantity } = props
  const { product, balance } = opened
  const kind = variantName(variant)
  const { me } = useSession()
  const [typed, setDraft] = useState(() => firstDraft(opened.product.deliveries[0] ?? 'desk', opened, me))
  // Who I am may be known only after the page: then the desk of my site is still to be found.
  const draft = { ...typed, deskId: typed.deskId || likelyDesk(opened.desks, readDesk(), me?.site) }
  const askToNotify = useAskToNotify()
  const redeem = useRedemption(draft)
  const cost = product.price * quantity
  const problems = deliveryProblems(draft)
  const [problem] = Object.values(problems)
  const submit = () => {
    askToNotify(['orderProgress'])
    return redeem.run({
      productId: product.productId,
      variantId: variant.variantId,
      quantity,
      priceSeen: product.price,
      delivery: toDelivery(draft),
    })
  }
  return (
    <Sheet
      open={open}
      title="确认兑换"
      onClose={onClose}
      note={problem ?? `换后剩 ${grouped(balance - cost)}，${undoNotes[draft.kind]}`}
      action={
        <Button disabled={problem !== undefined} onTap={submit}>
          用 {grouped(cost)} 沃币兑换
        </Button>
      }
    >
      <View className="row gap-12">
        <View className="picture-ground redeem__ground" style={{ background: product.coverGround }}>
          <Picture src={fileUrl(variant.picture ?? product.coverFileId)} alt="" width={64} fit="contain" />
        </View>
        <View className="grow">
          <View className="t16 medium">{product.name}</View>
          <View className="t12 secondary">
            {kind ? `${kind} · ` : ''}
            {quantity} {product.unit}
          </View>
        </View>
        {quantityMost > 1 ? (
          <Stepper
            label="数量"
            value={quantity}
            most={quantityMost}
            unit={product.unit}
            onChange={onQuantity}
          />
        ) : null}
      </View>
      <WayChoice deliveries={product.deliveries} draft={draft} onChange={setDraft} />
      <DeliveryFields
        draft={draft}
        desks={desksNear(opened, me?.site)}
        addresses={opened.addresses}
        problems={problems}
        onChange={setDraft}
      />
      <Sum balance={balance} cost={cost} />
    </Sheet>
  )
}
