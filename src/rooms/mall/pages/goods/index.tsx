import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Switch } from '@/ui/switch/Switch'
import { GoodThumb } from '../../GoodThumb'
import { type Good, GoodSheet, inputOf } from './GoodSheet'

function GoodRow({ good, onEdit }: { good: Good; onEdit: () => void }) {
  const save = useCommand(api.mall.saveGood, { outdates: [api.mall.listGoods, api.mall.openShop] })
  const { productId, edition, name, price, stock, delivered, unit, on } = good
  const turn = (next: boolean) => save.run({ productId, edition, good: { ...inputOf(good), on: next } })
  return (
    <Card padding="none">
      <ListRow
        lead={<GoodThumb good={good} />}
        title={name}
        meta={[`${price} 沃币 · 货架 ${stock} ${unit}`, `订单里 ${delivered - stock} ${unit}`]}
        end={<Switch on={on} label={`${name}上架`} onChange={next => void turn(next)} />}
      />
      <View className="goods__actions">
        <Button kind="secondary" size="small" label={`改商品：${name}`} onTap={onEdit}>
          改商品
        </Button>
        <Button
          kind="secondary"
          size="small"
          label={`库存流水：${name}`}
          onTap={() => openPage('mall/stock', { productId })}
        >
          库存流水
        </Button>
      </View>
    </Card>
  )
}

const others = [
  { page: 'mall/fulfil', icon: 'truck', name: '兑换发货' },
  { page: 'mall/ship', icon: 'doc', name: '批量发货和退换' },
  { page: 'mall/picking', icon: 'bag', name: '拣货单' },
  { page: 'mall/mallStats', icon: 'chart', name: '兑换统计' },
] as const

/** 商品管理: what is on the shelf, and the keeper's other papers. */
export default function GoodsPage() {
  const screen = usePagedScreen(usePagesOf(api.mall.listGoods, {}, { staleMs: 0, kept: false }))
  const [editing, setEditing] = useState<Good>()
  return (
    <Screen
      nav={<Nav title="商品管理" />}
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ goods }) => goods.length === 0)}
      empty={{ title: '还没有商品', sentence: '商品上架后会在这里。' }}
    >
      {loaded => (
        <>
          <View className="pad column gap-8">
            <Card padding="none">
              {others.map(({ page, icon, name }) => (
                <ListRow key={page} lead={icon} plain title={name} onTap={() => openPage(page)} />
              ))}
            </Card>
            {loaded.flatMap(({ goods }) =>
              goods.map(good => <GoodRow key={good.productId} good={good} onEdit={() => setEditing(good)} />),
            )}
          </View>
          {editing ? (
            <GoodSheet key={editing.productId} good={editing} onClose={() => setEditing(undefined)} />
          ) : null}
        </>
      )}
    </Screen>
  )
}
