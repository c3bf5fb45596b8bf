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
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Gallery } from '@/ui/gallery/Gallery'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { affordability, quantityMost } from '../../affordability'
import { sayPeriodOver } from '../../saleWords'
import { Facts } from './Facts'
import { chosenKind, firstPicked, type Picked, shownPicture } from './kinds'
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

/** What was chosen so far, and the kind that it makes. */
function useChosen(opened: Opened | undefined) {
  const [typed, setPicked] = useState<Picked>()
  const variants = opened?.product.variants ?? []
  const picked = typed ?? firstPicked(variants)
  const chosen = chosenKind(variants, picked)
  const awaited = Boolean(chosen && opened?.awaited.includes(chosen.variantId))
  return { picked, chosen, awaited, pick: setPicked }
}

/** Turned to what shows the chosen colour. */
function Pictures({ product, picked }: Pick<Opened, 'product'> & { picked: Picked }) {
  const shown = product.pictures.indexOf(shownPicture(product.variants, picked) ?? '')
  return (
    <View className="picture-ground product__ground" style={{ background: product.coverGround }}>
      <View className="product__picture">
        <Gallery
          pictures={product.pictures.map(fileUrl)}
          alt={product.name}
          ratio={1}
          turnedTo={Math.max(0, shown)}
        />
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

/** While it is open which kind is meant. */
function UnchosenBar({ picked }: { picked: Picked }) {
  const missing = picked.size === undefined ? '尺码' : '颜色'
  return (
    <BottomBar consequence={`先选${missing}，再换`}>
      <Button disabled>选好就能换</Button>
    </BottomBar>
  )
}

function sayPeriod({ product: { limitPerPeriod, unit } }: Opened, now: number): string {
  return limitPerPeriod ? sayPeriodOver(limitPerPeriod, unit, now) : ''
}

const second = 1_000

/** One product: what it is, in which kinds, what it costs, what would be left. */
export default function ProductPage() {
  const { productId = '' } = usePageParams()
  const query = useQueryOf(api.mall.openProduct, { productId })
  const { data } = query
  const [redeeming, setRedeeming] = useState(false)
  const [quantity, setQuantity] = useState(1)
  const { picked, chosen, awaited, pick } = useChosen(data)
  const wishes = useWishes(productId)
  // Counted by the server's clock: a phone that is fast would open too early.
  const now = useServerNow(clockOffsetMs(query), data?.product.sale ? second : undefined)
  useCard(productId, data)
  const facts = data && chosen ? { ...data, ...data.product, stock: chosen.stock, now } : undefined
  const verdict = facts ? affordability({ ...facts, quantity }) : undefined
  return (
    <Screen
      nav={<Nav over={{ disc: 'light', ratio: 1 }} title={data?.product.name} />}
      plainNav={<Nav title="商品" />}
      query={query}
      skeleton={<ProductSkeleton />}
      elsewhere={{ label: '去商城看看', onTap: () => replacePage('mall/shop') }}
      bar={
        data && verdict && chosen ? (
          <RedeemBar
            verdict={verdict}
            periodOver={sayPeriod(data, now)}
            awaited={awaited}
            awaitsOpening={data.awaitsOpening}
            opensSoon={now >= callAtOf(data.product.sale, now)}
            onRedeem={() => setRedeeming(true)}
            onBasket={() => wishes.put(chosen.variantId, quantity)}
            onAwait={() => wishes.wait(chosen.variantId, !awaited)}
            onAwaitOpening={() => wishes.call(!data.awaitsOpening)}
          />
        ) : (
          data && <UnchosenBar picked={picked} />
        )
      }
    >
      {opened => (
        <>
          <Pictures product={opened.product} picked={picked} />
          <Facts
            opened={opened}
            picked={picked}
            now={now}
            onPick={pick}
            onFavourite={() => wishes.favour(!opened.favourite)}
          />
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
