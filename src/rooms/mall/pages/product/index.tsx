import { limits } from '@domain/kernel/limits'
import { callAtOf } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, clockOffsetMs, fileUrl, type Output, useQueryOf, useServerNow } from '@/api'
import { aboutProduct, postAbout } from '@/rooms/forum/public'
import { replacePage } from '@/rooms/open'
import { ShareRow } from '@/rooms/ShareRow'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { Gallery } from '@/ui/gallery/Gallery'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { affordability, quantityMost } from '../../affordability'
import { Facts } from './Facts'
import { RedeemBar } from './RedeemBar'
import { RedeemSheet } from './RedeemSheet'
import { Terms } from './Terms'
import './product.scss'
import { useWishes } from './useWishes'

type Opened = Output<typeof api.mall.openProduct>

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

/** The chosen kind: the first that is there, until somebody chooses. */
function useChosen(opened: Opened | undefined) {
  const [variantId, setVariantId] = useState<string>()
  const variants = opened?.product.variants ?? []
  const chosen =
    variants.find(variant => variant.variantId === variantId) ??
    variants.find(({ stock }) => stock > 0) ??
    variants[0]
  const awaited = Boolean(chosen && opened?.awaited.includes(chosen.variantId))
  return { chosen, awaited, choose: setVariantId }
}

function Pictures({ product }: Opened) {
  return (
    <View className="picture-ground product__ground" style={{ background: product.coverGround }}>
      <View className="product__picture">
        <Gallery pictures={product.pictures.map(fileUrl)} alt={product.name} ratio={1} />
      </View>
    </View>
  )
}

function Share({ product }: Opened) {
  if (!product.on) return null
  return (
    <View className="pad mt-12">
      <ShareRow onPost={() => postAbout(aboutProduct(product))} />
    </View>
  )
}

function useCard(productId: string, opened: Opened | undefined) {
  useShareCard({
    page: 'mall/product',
    params: { productId },
    title: opened?.product.name ?? '沃商城',
    fileId: opened?.product.coverFileId,
  })
}

const second = 1_000

/** One product: what it is, in which kinds, what it costs, what would be left. */
export default function ProductPage() {
  const { productId = '' } = usePageParams()
  const query = useQueryOf(api.mall.openProduct, { productId })
  const { data } = query
  const [redeeming, setRedeeming] = useState(false)
  const [quantity, setQuantity] = useState(1)
  const { chosen, awaited, choose } = useChosen(data)
  const wishes = useWishes(productId)
  // Counted by the server's clock: a phone that is fast would open too early.
  const now = useServerNow(clockOffsetMs(query), data?.product.sale ? second : undefined)
  useCard(productId, data)
  const facts = data && chosen ? { ...data, ...data.product, stock: chosen.stock, now } : undefined
  const verdict = facts ? affordability({ ...facts, quantity }) : undefined
  return (
    <Screen
      nav={<Nav over="ink" />}
      plainNav={<Nav title="商品" />}
      query={query}
      skeleton={<ProductSkeleton />}
      elsewhere={{ label: '去商城看看', onTap: () => replacePage('mall/shop') }}
      bar={
        data && verdict && chosen ? (
          <RedeemBar
            verdict={verdict}
            awaited={awaited}
            awaitsOpening={data.awaitsOpening}
            opensSoon={now >= callAtOf(data.product.sale, now)}
            onRedeem={() => setRedeeming(true)}
            onBasket={() => wishes.put(chosen.variantId, quantity)}
            onAwait={() => wishes.wait(chosen.variantId, !awaited)}
            onAwaitOpening={() => wishes.call(!data.awaitsOpening)}
          />
        ) : undefined
      }
    >
      {opened => (
        <>
          <Pictures {...opened} />
          {chosen ? (
            <Facts
              opened={opened}
              chosen={chosen}
              now={now}
              onChoose={({ variantId }) => choose(variantId)}
              onFavourite={() => wishes.favour(!opened.favourite)}
            />
          ) : null}
          <Terms {...opened} />
          <Share {...opened} />
          {facts && chosen ? (
            <RedeemSheet
              open={redeeming}
              onClose={() => setRedeeming(false)}
              opened={opened}
              variant={chosen}
              quantity={quantity}
              quantityMost={Math.min(
                quantityMost(facts, limits.quantityMax),
                Math.max(1, Math.floor(opened.balance / Math.max(1, opened.product.price))),
              )}
              onQuantity={setQuantity}
            />
          ) : null}
        </>
      )}
    </Screen>
  )
}
