import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { api, fileUrl, type Output, useQueryOf } from '@/api'
import { aboutProduct, postAbout } from '@/rooms/forum/public'
import { replacePage } from '@/rooms/open'
import { ShareRow } from '@/rooms/ShareRow'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Coin } from '@/ui/coin/Coin'
import { grouped } from '@/ui/coin/grouped'
import { Explained } from '@/ui/explained/Explained'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { type Affordability, affordability, quantityMost } from '../../affordability'
import { RedeemSheet } from './RedeemSheet'
import './product.scss'

type Opened = Output<typeof api.mall.openProduct>

function Facts({ product, taken }: Opened) {
  const { price, name, summary, stock, unit, limitPerPerson } = product
  const rest = stock > 0 ? `剩 ${stock} ${unit}` : '换完了'
  return (
    <View className="product__facts">
      <View className="row row--between gap-12">
        <Coin amount={price} size={28} />
        <View className="t12 secondary product__rest">
          <View>{rest}</View>
          {limitPerPerson === null ? null : (
            <View>
              每人限 {limitPerPerson} {unit}
            </View>
          )}
        </View>
      </View>
      <View className="t20 bold mt-8">{name}</View>
      <View className="t14 secondary mt-4">
        <Explained text={summary} />
      </View>
      {taken > 0 ? (
        <View className="t12 secondary mt-8">
          你已经换过 {taken} {unit}
        </View>
      ) : null}
    </View>
  )
}

function Terms({ product }: Opened) {
  return (
    <View className="product__terms">
      {product.deliveries.includes('desk') ? (
        <ListRow lead="desk" plain title={<View className="t14">公司前台自取，出示取货码</View>} />
      ) : null}
      {product.deliveries.includes('home') ? (
        <ListRow lead="truck" plain title={<View className="t14">寄到家，包邮</View>} />
      ) : null}
      <ListRow lead="undo" plain title={<View className="t14">寄出或拿走前可以取消，沃币原路退回</View>} />
    </View>
  )
}

/** Why it cannot be had now, in the words of the bar. */
function sayWhyNot(verdict: Affordability): string {
  if (verdict.can) return ''
  if (verdict.why === 'coins') return '去沃谈会聊聊就有'
  if (verdict.why === 'overLimit') return '每人限换的数量用完了'
  return verdict.why === 'off' ? '这件商品下架了' : '这件换完了'
}

function RedeemBar({ verdict, onRedeem }: { verdict: Affordability; onRedeem: () => void }) {
  if (verdict.can) {
    return (
      <BottomBar
        consequence={
          <>
            <View>兑换后还剩</View>
            <Coin amount={verdict.left} size={16} />
          </>
        }
      >
        <Button onTap={onRedeem}>用 {grouped(verdict.cost)} 沃币兑换</Button>
      </BottomBar>
    )
  }
  if (verdict.why === 'coins') {
    return (
      <BottomBar
        consequence={
          <>
            <View>还差</View>
            <Coin amount={verdict.missing} size={16} />
          </>
        }
      >
        <Button kind="secondary" onTap={() => Taro.switchTab({ url: '/pages/fun/index' })}>
          {sayWhyNot(verdict)}
        </Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar consequence={sayWhyNot(verdict)}>
      <Button kind="secondary" onTap={() => replacePage('mall/shop')}>
        看看别的
      </Button>
    </BottomBar>
  )
}

function ProductSkeleton() {
  return (
    <>
      <SkeletonBlock height={390} />
      <View className="product__facts">
        <SkeletonBlock width="32%" height={32} />
        <View className="mt-12">
          <SkeletonBlock width="56%" height={20} />
        </View>
      </View>
    </>
  )
}

/** One product: what it is, what it costs, what would be left. */
export default function ProductPage() {
  const { productId = '' } = usePageParams()
  const query = useQueryOf(api.mall.openProduct, { productId })
  const [redeeming, setRedeeming] = useState(false)
  const [quantity, setQuantity] = useState(1)
  const data = query.data
  useShareCard({
    page: 'mall/product',
    params: { productId },
    title: data?.product.name ?? '沃商城',
    fileId: data?.product.coverFileId,
  })
  const verdict = data
    ? affordability({ ...data.product, quantity, balance: data.balance, taken: data.taken })
    : undefined
  return (
    <Screen
      nav={<Nav over="ink" />}
      plainNav={<Nav title="商品" />}
      query={query}
      skeleton={<ProductSkeleton />}
      elsewhere={{ label: '去商城看看', onTap: () => replacePage('mall/shop') }}
      bar={verdict ? <RedeemBar verdict={verdict} onRedeem={() => setRedeeming(true)} /> : undefined}
    >
      {opened => (
        <>
          <View className="picture-ground product__ground" style={{ background: opened.product.coverGround }}>
            <View className="product__picture">
              <Picture
                src={fileUrl(opened.product.coverFileId)}
                alt={opened.product.name}
                square
                fit="contain"
              />
            </View>
          </View>
          <Facts {...opened} />
          <Terms {...opened} />
          {opened.product.on ? (
            <View className="pad mt-12">
              <ShareRow onPost={() => postAbout(aboutProduct(opened.product))} />
            </View>
          ) : null}
          <RedeemSheet
            open={redeeming}
            onClose={() => setRedeeming(false)}
            opened={opened}
            quantity={quantity}
            quantityMost={Math.min(
              quantityMost({ ...opened.product, taken: opened.taken }, limits.quantityMax),
              Math.max(1, Math.floor(opened.balance / Math.max(1, opened.product.price))),
            )}
            onQuantity={setQuantity}
          />
        </>
      )}
    </Screen>
  )
}
