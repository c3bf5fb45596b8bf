import { grouped } from '@domain/kernel/grouped'
import { limits } from '@domain/kernel/limits'
import { AFTER_SALE_PHOTOS_MAX, type AfterSaleKind, reasonsFor } from '@domain/mall/afterSale'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { replacePage } from '@/rooms/open'
import { Photos, usePhotos } from '@/rooms/Photos'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Stepper } from '@/ui/stepper/Stepper'
import { toast } from '@/ui/toast/store'
import { OrderRow } from '../../OrderRow'
import { orderQueries } from '../../outdated'
import './afterSale.scss'

type Opened = Output<typeof api.mall.openOrder>

const kinds = [
  { key: 'return', text: '退货' },
  { key: 'exchange', text: '换货' },
] as const

interface ReasonChoiceProps {
  kind: AfterSaleKind
  traits: Opened['traits']
  reason: string
  onReason: (reason: string) => void
}

function ReasonChoice({ kind, traits, reason, onReason }: ReasonChoiceProps) {
  return (
    <View className="after-sale__chips" {...spokenAs('radiogroup')} aria-label="为什么">
      {reasonsFor(kind, traits).map(({ key, name }) => (
        <Chip key={key} on={key === reason} onTap={() => onReason(key)}>
          {name}
        </Chip>
      ))}
    </View>
  )
}

interface KindChoiceProps {
  opened: Opened
  wished: string
  onWish: (variantId: string) => void
}

/** Into which kind; the same one too, where it came broken. Of one kind there is nothing to choose. */
function KindChoice({ opened, wished, onWish }: KindChoiceProps) {
  if (opened.kinds.length < 2) return null
  return (
    <Card>
      <View className="t16 medium">换成哪一款</View>
      <View className="after-sale__chips" {...spokenAs('radiogroup')} aria-label="换成哪一款">
        {opened.kinds.map(({ variantId, name, stock }) => (
          <Chip key={variantId} on={variantId === wished} onTap={() => onWish(variantId)}>
            {name}
            {stock === 0 ? ' · 换完' : ''}
          </Chip>
        ))}
      </View>
      <View className="t12 secondary">
        {opened.kinds.some(({ variantId, stock }) => variantId === wished && stock === 0)
          ? '这一款现在没有货，等补货后才能换给你'
          : '管理员收到旧的，就给你留新的'}
      </View>
    </Card>
  )
}

interface HowManyProps {
  order: Opened['order']
  kind: AfterSaleKind
  count: number
  onCount: (count: number) => void
}

/** Of several pieces, how many; the others stay with their buyer. */
function HowMany({ order, kind, count, onCount }: HowManyProps) {
  const { quantity, unit } = order
  if (quantity < 2) return null
  const name = `${kind === 'return' ? '退' : '换'}几${unit}`
  const left = quantity - count
  return (
    <Card>
      <View className="row row--between gap-12">
        <View className="grow">
          <View className="t16 medium">{name}</View>
          <View className="t12 secondary">
            {left === 0 ? `${quantity} ${unit}全部` : `另外 ${left} ${unit}你留着`}
          </View>
        </View>
        <Stepper label={name} value={count} most={quantity} unit={unit} onChange={onCount} />
      </View>
    </Card>
  )
}

interface FormProps {
  opened: Opened
  kind: AfterSaleKind
  onKind: (kind: AfterSaleKind) => void
}

function AfterSaleForm({ opened, kind, onKind }: FormProps) {
  const { orderId, paid, quantity, variantId, actions } = opened.order
  const [count, setCount] = useState(quantity)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [wished, setWished] = useState(variantId)
  const photos = usePhotos(AFTER_SALE_PHOTOS_MAX)
  const ask = useCommand(api.mall.askAfterSale, {
    outdates: orderQueries,
    onDone: asked => {
      toast.show('收到了，管理员会尽快答复')
      replacePage('mall/order', { orderId: asked.orderId })
    },
  })
  const isReturn = kind === 'return'
  const may = actions.includes(isReturn ? 'askReturn' : 'askExchange')
  const wish = isReturn ? {} : { variantId: wished }
  const consequence = isReturn
    ? `收到东西后退回 ${grouped((paid / quantity) * count)} 沃币`
    : '收到旧的，再给你换上新的'
  const turn = (next: AfterSaleKind) => {
    onKind(next)
    setReason('')
  }
  return (
    <>
      <Segments segments={kinds} value={kind} onChange={turn} />
      <View className="pad column gap-12 mt-12">
        <Card padding="none">
          <OrderRow order={opened.order} />
        </Card>
        <HowMany order={opened.order} kind={kind} count={count} onCount={setCount} />
        {isReturn ? null : <KindChoice opened={opened} wished={wished} onWish={setWished} />}
        <Card>
          <View className="t16 medium">为什么</View>
          <ReasonChoice kind={kind} traits={opened.traits} reason={reason} onReason={setReason} />
          <View className="mt-12">
            <Field
              label="想补充的话"
              multiline
              maxLength={limits.reasonMax}
              value={words}
              placeholder="可以不写"
              onChange={setWords}
            />
          </View>
          <View className="t14 secondary mt-12 after-sale__label">照片，损坏或发错时拍一下</View>
          <Photos photos={photos} />
        </Card>
      </View>
      <BottomBar consequence={may ? consequence : '收到 7 天内可以申请，换货只有一次'}>
        <Button
          disabled={!may || reason === '' || photos.busy}
          onTap={() =>
            ask.run({
              ...{ orderId, kind, reason, words: words.trim(), imageIds: photos.fileIds, ...wish },
              quantity: count,
            })
          }
        >
          申请{isReturn ? '退货' : '换货'}
        </Button>
      </BottomBar>
    </>
  )
}

/** 退换: what shall happen, into what, why, and in words if there are any. */
export default function AfterSalePage() {
  const { orderId = '' } = usePageParams()
  const query = useQueryOf(api.mall.openOrder, { orderId }, { staleMs: 0 })
  const [kind, setKind] = useState<AfterSaleKind>('return')
  return (
    <Screen
      ownBar
      nav={<Nav title="退换" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
      elsewhere={{ label: '看我的订单', onTap: () => replacePage('mall/orders') }}
    >
      {opened => <AfterSaleForm opened={opened} kind={kind} onKind={setKind} />}
    </Screen>
  )
}
