import { type ProductCategory, productCategories, productCategoryNames } from '@domain/mall/categories'
import { type ShelfSort, saleStateAt } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { api, clockOffsetMs, usePagesOf, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Coin } from '@/ui/coin/Coin'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import type { EmptyFaceProps } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { type Product, ProductTile } from '../../ProductTile'
import '../../shelf.scss'
import { Banners } from './Banners'
import './shop.scss'
import { SortLine } from './SortLine'

type Shelf = 'affordable' | 'all' | ProductCategory

const shelves: readonly { key: Shelf; label: string }[] = [
  { key: 'affordable', label: '够得着的' },
  { key: 'all', label: '全部' },
  ...productCategories.map(key => ({ key, label: productCategoryNames[key] })),
]

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
      <Button kind="secondary" size="small" onTap={() => openPage('mall/orders')}>
        我的订单
      </Button>
    </View>
  )
}

interface SearchLineProps {
  text: string
  onType: (text: string) => void
  onSeek: (text: string) => void
}

/** What I look for, and what I have put aside. */
function SearchLine({ text, onType, onSeek }: SearchLineProps) {
  return (
    <View className="shop__search">
      <View className="shop__field">
        <Field
          label="搜商品"
          icon="search"
          value={text}
          maxLength={20}
          placeholder="搜名字或拼音"
          onChange={onType}
          onBlur={onSeek}
          onConfirm={() => onSeek(text)}
        />
      </View>
      <View className="shop__aside" {...tappable('我的收藏')} onClick={() => openPage('mall/favourites')}>
        <Icon name="star" />
      </View>
      <View className="shop__aside" {...tappable('购物袋')} onClick={() => openPage('mall/basket')}>
        <Icon name="bag" />
      </View>
    </View>
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

/** What is affordable can be had now: there, open, and paid for by what one has. */
function onShelf(products: readonly Product[], shelf: Shelf, balance: number, now: number) {
  if (shelf !== 'affordable') return products
  return products.filter(
    ({ price, stock, sale }) =>
      price <= balance && stock > 0 && ['always', 'open'].includes(saleStateAt(sale, now)),
  )
}

/** Enough to fill a phone; below it the next page is fetched without waiting for the end of this one. */
const fillingCount = 6
const minute = 60_000

/** One shelf, page by page. What is affordable is told from the whole shop, so it reads on until a screen is full. */
function useShelf(shelf: Shelf, sort: ShelfSort, text: string) {
  const category = shelf === 'affordable' || shelf === 'all' ? undefined : shelf
  const pages = usePagesOf(api.mall.openShop, { ...(category ? { category } : {}), sort, text })
  const screen = usePagedScreen(pages)
  const known = pages.data?.pages[0]?.balance
  const balance = useLatestKnown(known)
  const loaded = pages.data?.pages.flatMap(page => page.products) ?? []
  const shown = onShelf(loaded, shelf, balance ?? 0, pages.data?.pages.at(-1)?.now ?? 0)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const readOn = shown.length < fillingCount && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (readOn) void fetchNextPage()
  }, [readOn, fetchNextPage])
  const banners = pages.data?.pages[0]?.banners ?? []
  const offsetMs = clockOffsetMs({ data: pages.data?.pages.at(-1), dataUpdatedAt: pages.dataUpdatedAt })
  return { screen, balance, shown, banners, offsetMs }
}

/** The last value there was: another shelf is on its way, the purse is the same. */
function useLatestKnown<T>(value: T | undefined): T | undefined {
  const latest = useRef(value)
  if (value !== undefined) latest.current = value
  return latest.current
}

const shelfWords = (shelf: Shelf) => {
  if (shelf === 'affordable') return '现在的沃币就能换'
  return shelf === 'all' ? '商城里所有的' : `${productCategoryNames[shelf]}用得上的`
}

function emptyWords(shelf: Shelf, sought: string, showAll: () => void): EmptyFaceProps {
  const action = { label: '看全部', onTap: showAll }
  if (sought) return { title: `没找到「${sought}」`, sentence: '换个词，或写拼音的第一个字母。', action }
  return shelf === 'affordable'
    ? { title: '再攒一攒', sentence: '现在的沃币还差一点。先看看全部，挑一个目标。', action }
    : { title: '这一格还空着', sentence: '新到的商品会先放在这里。', action }
}

/** What is sought stays until the words are gone. */
function useSearch() {
  const [text, setText] = useState('')
  const [sought, setSought] = useState('')
  const type = (typed: string) => {
    setText(typed)
    if (typed === '') setSought('')
  }
  return { text, sought, type, seek: (typed: string) => setSought(typed.trim()), clear: () => type('') }
}

/** 沃币商城: what I have, and what I can have for it first. */
export default function ShopPage() {
  const [shelf, setShelf] = useState<Shelf>('affordable')
  const [sort, setSort] = useState<ShelfSort>('usual')
  const { text, sought, type, seek, clear } = useSearch()
  const { screen, balance, shown, banners, offsetMs } = useShelf(sought ? 'all' : shelf, sort, sought)
  const now = useServerNow(offsetMs, shown.some(({ sale }) => sale !== null) ? minute : undefined)
  const choose = (next: Shelf) => {
    clear()
    setShelf(next)
  }
  return (
    <Screen
      nav={<Nav title="沃币商城" />}
      header={
        <>
          <Purse balance={balance} />
          <SearchLine text={text} onType={type} onSeek={seek} />
          <ChipRow>
            {shelves.map(({ key, label }) => (
              <Chip key={key} on={key === shelf && !sought} onTap={() => choose(key)}>
                {label}
              </Chip>
            ))}
          </ChipRow>
        </>
      }
      query={screen}
      skeleton={<ShelfSkeleton />}
      isEmpty={() => shown.length === 0}
      empty={emptyWords(shelf, sought, () => choose('all'))}
    >
      <Banners banners={banners} offsetMs={offsetMs} />
      <SortLine words={sought ? `「${sought}」` : shelfWords(shelf)} sort={sort} onSort={setSort} />
      <View className="shop__shelf">
        {shown.map(product => (
          <ProductTile key={product.productId} product={product} now={now} />
        ))}
      </View>
    </Screen>
  )
}
