import { grouped } from '@domain/kernel/grouped'
import type { Instant } from '@domain/kernel/time'
import { saleStateAt } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Input, type Output, useCommand, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { useSettled } from '@/ui/field/useSettled'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Switch } from '@/ui/switch/Switch'
import { GoodThumb } from '../../GoodThumb'
import { goodQueries } from '../../outdated'
import { sayShelf } from '../../stockWords'
import './goods.scss'

type Good = Output<typeof api.mall.listGoods>['goods'][number]
type GoodInput = Input<typeof api.mall.saveGood>['good']

/** What the server takes of a good that it has shown. */
function inputOf(good: Good): GoodInput {
  const { name, summary, category, pictures, coverGround, price, unit, on, featured } = good
  const { limitPerPerson, limitPerPeriod, sale, experienceMin, deliveries, variants } = good
  return {
    ...{ name, summary, category, pictures, coverGround, price, unit, on, featured },
    ...{ limitPerPerson, limitPerPeriod, sale, experienceMin, deliveries },
    variants: variants.map(({ variantId, colour, size, picture }) => ({ variantId, colour, size, picture })),
  }
}

/** Below it the keeper should think of ordering more. */
const scarceBelow = 10

/** What a keeper should see of it first; nothing where all is well. */
function Mark({ good, now }: { good: Good; now: Instant }) {
  const state = saleStateAt(good.sale, now)
  if (!good.on) return <Badge>没上架</Badge>
  if (good.stock === 0) return <Badge tone="bad">换完了</Badge>
  if (state === 'before') return <Badge tone="accent">等开换</Badge>
  if (state === 'over') return <Badge>这场结束了</Badge>
  return good.stock < scarceBelow ? <Badge tone="accent">快换完</Badge> : null
}

function GoodRow({ good, now }: { good: Good; now: Instant }) {
  const save = useCommand(api.mall.saveGood, { outdates: goodQueries })
  const { productId, edition, name, price, stock, delivered, unit, on } = good
  const turn = (next: boolean) => save.run({ productId, edition, good: { ...inputOf(good), on: next } })
  const out = delivered - stock
  return (
    <Card padding="none">
      <ListRow
        lead={<GoodThumb good={good} />}
        title={name}
        meta={[
          `${grouped(price)} 沃币 · ${sayShelf({ stock, unit, out })}`,
          <Mark key="mark" good={good} now={now} />,
        ]}
        end={<Switch on={on} label={`${name}上架`} onChange={next => void turn(next)} />}
      />
      <View className="goods__actions">
        <Button
          kind="text"
          size="small"
          label={`编辑：${name}`}
          onTap={() => openPage('mall/goodEdit', { productId })}
        >
          编辑
        </Button>
        <Button
          kind="text"
          size="small"
          label={`库存流水：${name}`}
          onTap={() => openPage('mall/stock', { productId })}
        >
          库存流水
        </Button>
        <Button
          kind="text"
          size="small"
          label={`照着上新：${name}`}
          onTap={() => openPage('mall/goodEdit', { like: productId })}
        >
          照着上新
        </Button>
      </View>
    </Card>
  )
}

const others = [
  { page: 'mall/fulfil', icon: 'truck', name: '发货' },
  { page: 'mall/ship', icon: 'doc', name: '批量导入' },
  { page: 'mall/returns', icon: 'swap', name: '退换' },
  { page: 'mall/picking', icon: 'bag', name: '拣货单' },
  { page: 'mall/mallStats', icon: 'chart', name: '统计' },
] as const

/** The keeper's other papers, side by side. */
function Others() {
  return (
    <Card padding="none">
      <View className="goods__others">
        {others.map(({ page, icon, name }) => (
          <View key={page} className="goods__other" {...tappable()} onClick={() => openPage(page)}>
            <Icon name={icon} />
            <View className="t12">{name}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}

const shelves = [
  { key: 'all', text: '全部' },
  { key: 'on', text: '在架' },
  { key: 'off', text: '没上架' },
] as const
type Shelf = (typeof shelves)[number]['key']
const shelfInput = { all: {}, on: { on: true }, off: { on: false } } as const

const firstGood = {
  title: '还没有商品',
  sentence: '上第一件，同事的沃币就有了去处。',
  action: { label: '上一件新品', onTap: () => openPage('mall/goodEdit') },
}

const nothingHere = (text: string) =>
  text
    ? { title: `没找到「${text}」`, sentence: '换个词，或写拼音的第一个字母。' }
    : { title: '这里没有商品', sentence: '换一格看看。' }

/** 商品管理: what is on the shelf, and the keeper's other papers. */
export default function GoodsPage() {
  const [shelf, setShelf] = useState<Shelf>('all')
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const input = { ...shelfInput[shelf], ...(text ? { text } : {}) }
  const pages = usePagesOf(api.mall.listGoods, input, { staleMs: 0, kept: false })
  const screen = usePagedScreen(pages)
  const isEmpty = pages.data?.pages[0]?.goods.length === 0
  const isNew = isEmpty && shelf === 'all' && text === ''
  return (
    <Screen
      nav={<Nav title="商品管理" />}
      side={<DeskMenu here="mall/goods" />}
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ goods }) => goods.length === 0)}
      header={
        <>
          <View className="mt-8">
            <SearchField value={typed} placeholder="商品名或拼音" onChange={setTyped} />
          </View>
          <Segments segments={shelves} value={shelf} onChange={setShelf} />
        </>
      }
      empty={isNew ? firstGood : nothingHere(text)}
      bar={
        pages.data && !isNew ? (
          <BottomBar consequence="写到一半会留在这台手机上">
            <Button icon="plus" onTap={() => openPage('mall/goodEdit')}>
              上新品
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {loaded => (
        <View className="pad column gap-8 mt-12">
          {shelf === 'all' && text === '' ? <Others /> : null}
          <View className="column gap-8 desk-cards">
            {loaded.flatMap(({ goods, now }) =>
              goods.map(good => <GoodRow key={good.productId} good={good} now={now} />),
            )}
          </View>
        </View>
      )}
    </Screen>
  )
}
