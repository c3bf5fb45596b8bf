import { type ProductCategory, productCategories, productCategoryNames } from '@domain/mall/categories'
import { type ShelfSort, shelfSorts } from '@domain/mall/goods'
import { ScrollView, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { api, fileUrl, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Coin } from '@/ui/coin/Coin'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { type Product, ProductTile } from '../../ProductTile'
import { saySale } from '../../saleWords'
import '../../shelf.scss'
import './shop.scss'

type Shelf = 'affordable' | 'all' | ProductCategory

const shelves: readonly { key: Shelf; label: string }[] = [
  { key: 'affordable', label: '够得着的' },
  { key: 'all', label: '全部' },
  ...productCategories.map(key => ({ key, label: productCategoryNames[key] })),
]

const sortNames: Record<ShelfSort, string> = {
  usual: '推荐',
  newest: '新到',
  cheap: '从少到多',
  dear: '从多到少',
}

function Purse({ balance }: { balance: number | undefined }) {
  return (
    <View className="shop__purse">
      <View>
        <View className="t12 secondary">我的沃币</View>
        {balance === undefined ? (
          <SkeletonBlock width="96px" height={36} />
        ) : (
          <Coin amount={balance} size={28} />
        )}
      </View>
      <View className="row gap-8">
        <Button
          kind="secondary"
          size="small"
          icon="star"
          label="我的收藏"
          onTap={() => openPage('mall/favourites')}
        />
        <Button
          kind="secondary"
          size="small"
          icon="bag"
          label="购物袋"
          onTap={() => openPage('mall/basket')}
        />
        <Button kind="secondary" size="small" onTap={() => openPage('mall/orders')}>
          我的订单
        </Button>
      </View>
    </View>
  )
}

function Banners({ banners, now }: { banners: readonly Product[]; now: number }) {
  if (banners.length === 0) return null
  return (
    <ScrollView className="shop__banners" scrollX enhanced showScrollbar={false}>
      <View className="shop__banners-line">
        {banners.map(({ productId, featured, coverFileId, coverGround, sale }) => (
          <View
            key={productId}
            className="picture-ground shop__banner"
            style={{ background: coverGround }}
            {...tappable()}
            onClick={() => openPage('mall/product', { productId })}
          >
            <View className="grow">
              <View className="t16 medium">{featured}</View>
              <View className="t12">{saySale(sale, now) ?? '去看看'}</View>
            </View>
            <Picture src={fileUrl(coverFileId)} alt="" width={72} fit="contain" />
          </View>
        ))}
      </View>
    </ScrollView>
  )
}

function ShelfSkeleton() {
  return (
    <View className="shop__shelf">
      {[1, 2, 3, 4].map(key => (
        <SkeletonBlock key={key} height={228} />
      ))}
    </View>
  )
}

const onShelf = (products: readonly Product[], shelf: Shelf, balance: number) =>
  shelf === 'affordable' ? products.filter(({ price, stock }) => price <= balance && stock > 0) : products

/** Enough to fill a phone; below it the next page is fetched without waiting for the end of this one. */
const fillingCount = 6

/** One shelf, page by page. What is affordable is told from the whole shop, so it reads on until a screen is full. */
function useShelf(shelf: Shelf, sort: ShelfSort, text: string) {
  const category = shelf === 'affordable' || shelf === 'all' ? undefined : shelf
  const pages = usePagesOf(api.mall.openShop, { ...(category ? { category } : {}), sort, text })
  const screen = usePagedScreen(pages)
  const known = pages.data?.pages[0]?.balance
  const balance = useLatestKnown(known)
  const loaded = pages.data?.pages.flatMap(page => page.products) ?? []
  const shown = onShelf(loaded, shelf, balance ?? 0)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const readOn = shown.length < fillingCount && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (readOn) void fetchNextPage()
  }, [readOn, fetchNextPage])
  const first = pages.data?.pages[0]
  return { screen, balance, shown, banners: first?.banners ?? [], now: first?.now ?? 0 }
}

/** The last value there was: another shelf is on its way, the purse is the same. */
function useLatestKnown<T>(value: T | undefined): T | undefined {
  const latest = useRef(value)
  if (value !== undefined) latest.current = value
  return latest.current
}

/** 沃币商城: what I have, and what I can have for it first. */
export default function ShopPage() {
  const [shelf, setShelf] = useState<Shelf>('affordable')
  const [sort, setSort] = useState<ShelfSort>('usual')
  const [text, setText] = useState('')
  const [sought, setSought] = useState('')
  const { screen, balance, shown, banners, now } = useShelf(sought ? 'all' : shelf, sort, sought)
  return (
    <Screen
      nav={<Nav title="沃币商城" />}
      header={
        <>
          <Purse balance={balance} />
          <View className="pad">
            <Field
              label="搜商品"
              icon="search"
              value={text}
              maxLength={20}
              placeholder="名字或拼音"
              onChange={typed => {
                setText(typed)
                if (typed === '') setSought('')
              }}
              onBlur={typed => setSought(typed.trim())}
              onConfirm={() => setSought(text.trim())}
            />
          </View>
          <ChipRow>
            {shelves.map(({ key, label }) => (
              <Chip key={key} on={key === shelf} onTap={() => setShelf(key)}>
                {label}
              </Chip>
            ))}
          </ChipRow>
          {sought ? null : (
            <ChipRow>
              {shelfSorts.map(key => (
                <Chip key={key} soft={key === sort} onTap={() => setSort(key)}>
                  {sortNames[key]}
                </Chip>
              ))}
            </ChipRow>
          )}
        </>
      }
      query={screen}
      skeleton={<ShelfSkeleton />}
      isEmpty={() => shown.length === 0}
      empty={
        shelf === 'affordable'
          ? {
              title: '再攒一攒',
              sentence: '现在的沃币还差一点。先看看全部，挑一个目标。',
              action: { label: '看全部', onTap: () => setShelf('all') },
            }
          : { title: '这一格还空着', sentence: '新到的商品会先放在这里。' }
      }
    >
      <Banners banners={banners} now={now} />
      <View className="shop__shelf">
        {shown.map(product => (
          <ProductTile key={product.productId} product={product} now={now} />
        ))}
      </View>
    </Screen>
  )
}
