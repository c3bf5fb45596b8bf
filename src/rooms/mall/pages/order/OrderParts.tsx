import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { PhotoRow } from '@/rooms/PhotoRow'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { copyText } from '@/ui/device/copyText'
import { Icon } from '@/ui/icon/Icon'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { QrCode } from '@/ui/qrCode/QrCode'
import { hotlineOf } from '../../carriers'
import { DeskWords } from '../../DeskChoice'
import { inFours, type Order } from '../../orderWords'
import { RouteLine } from './RouteLine'

type Opened = Output<typeof api.mall.openOrder>

/** Right after the redemption: it worked, and this is what it took. */
export function FreshBanner({ order }: { order: Order }) {
  return (
    <View className="order__fresh" {...spokenAs('status')}>
      <View className="order__fresh-mark">
        <Icon name="check" />
      </View>
      <View className="grow">
        <View className="t16 medium">换到了，{order.productName}是你的了</View>
        <View className="row gap-4 t12">
          用掉
          <Coin amount={order.paid} size={14} countUp />
        </View>
      </View>
    </View>
  )
}

/**
 * Carrier and number, with the number a tap away from the clipboard and the carrier one from being called; above them
 * the way so far, where the parcel is known to have been anywhere.
 */
export function ParcelCard({ order, parcel }: { order: Order; parcel: NonNullable<Order['parcel']> }) {
  const { carrier, number } = parcel
  const hotline = order.state === 'shipped' ? hotlineOf(carrier) : undefined
  const hasWay = order.nodes.length > 0
  return (
    <Card>
      {hasWay ? <RouteLine order={order} /> : null}
      <View className={`row gap-12${hasWay ? ' mt-12' : ''}`}>
        <View className="grow">
          <View className="t14 medium">{carrier}</View>
          <View className="t12 secondary">{inFours(number)}</View>
        </View>
        <View
          className="order__copy"
          {...tappable('复制运单号')}
          onClick={() => void copyText(number, '运单号已复制')}
        >
          <Icon name="copy" />
        </View>
        {hotline ? (
          <View
            className="order__copy"
            {...tappable(`打给${carrier}，${hotline}`)}
            onClick={() => void Taro.makePhoneCall({ phoneNumber: hotline }).catch(() => undefined)}
          >
            <Icon name="phone" />
          </View>
        ) : null}
      </View>
    </Card>
  )
}

/** What the keeper scans at the desk, or reads where the camera does not want to. */
export function PickupCard({
  code,
  place,
  hours,
}: {
  code: string
  place: string
  hours: string | undefined
}) {
  return (
    <Card>
      <View className="order__pickup">
        <View className="order__qr">
          <QrCode text={code} size={208} label={`取货码，${code}`} />
        </View>
        <View className="order__code">{inFours(code)}</View>
        <View className="t12 secondary">在{place}出示，扫一下就能拿走</View>
        {hours ? <View className="t12 secondary">{hours}</View> : null}
      </View>
    </Card>
  )
}

/** One redemption that goes two ways: from each of its orders a tap leads to the others. */
export function ApartCard({ apart: { from, parts } }: { apart: NonNullable<Order['apart']> }) {
  const open = (orderId: string) => () => openPage('mall/order', { orderId })
  return (
    <Card padding="none">
      {from ? (
        <ListRow plain title={`从 ${from.number} 分出`} meta="一起兑换的" onTap={open(from.orderId)} />
      ) : null}
      {parts.map(({ orderId, number }) => (
        <ListRow key={orderId} plain title={`分出 ${number}`} meta="一起兑换的" onTap={open(orderId)} />
      ))}
    </Card>
  )
}

const placeLabels = { desk: '在哪里拿', home: '寄到' } as const

/** What was bought where it is a code: for these eyes alone, to be scanned; a tap copies it. */
export function CodesCard({ codes }: { codes: readonly string[] }) {
  return (
    <Card>
      {codes.map(code => (
        <View key={code} className="order__pickup">
          <View className="order__qr">
            <QrCode text={code} size={160} label={`兑换码，${code}`} />
          </View>
          <View className="order__code">{code}</View>
          <View
            className="order__copy"
            {...tappable('复制兑换码')}
            onClick={() => void copyText(code, '兑换码已复制')}
          >
            <Icon name="copy" />
          </View>
        </View>
      ))}
    </Card>
  )
}

/** Where what may go back is brought, and when somebody is there. */
export function ReturnCard({ desks }: { desks: Opened['returnDesks'] }) {
  return (
    <Card>
      <View className="t16 medium">{desks.length > 1 ? '交到任意一个前台' : '交到这里'}</View>
      {desks.map(desk => (
        <View key={desk.deskId} className="row gap-12 mt-12">
          <DeskWords desk={desk} />
        </View>
      ))}
      <View className="t12 secondary mt-12">报一下订单号就行</View>
    </Card>
  )
}

/** What the buyer showed of it; one that is still looked at is theirs alone. */
export function ShownPhotos({ photos }: Pick<NonNullable<Order['afterSale']>, 'photos'>) {
  if (photos.length === 0) return null
  return (
    <Card>
      <View className="t14 medium">退换时拍的照片</View>
      <PhotoRow fileIds={photos.map(({ fileId }) => fileId)} alt="退换的照片" />
      {photos.some(({ checking }) => checking) ? (
        <View className="t12 secondary mt-8">检查后管理员才看得到</View>
      ) : null}
    </Card>
  )
}

/** Where it goes and to whom; the number stays masked. */
export function DeliveryCard({ delivery, number, state }: Pick<Order, 'delivery' | 'number' | 'state'>) {
  // What was cancelled comes nowhere.
  const hasPlace = delivery.kind !== 'code' && state !== 'cancelled'
  return (
    <Card>
      {hasPlace ? (
        <KeyValueRow label={placeLabels[delivery.kind === 'desk' ? 'desk' : 'home']}>
          {delivery.place}
        </KeyValueRow>
      ) : null}
      <KeyValueRow label={delivery.kind === 'desk' ? '谁来拿' : '收件人'}>
        {delivery.recipient}
        {delivery.phoneMasked ? ` ${delivery.phoneMasked}` : ''}
      </KeyValueRow>
      <KeyValueRow label="订单">{number}</KeyValueRow>
    </Card>
  )
}
