import { variantName } from '@domain/mall/goods'
import { stockReasonNames } from '@domain/mall/journal'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { replacePage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { GoodThumb } from '../../GoodThumb'
import { ChangeSheet } from './ChangeSheet'
import './stock.scss'

const signed = (change: number) => (change > 0 ? `+${change}` : String(change))

/** What lies on the shelf, by kind where there are several. */
function ShelfCard({ product, out }: Pick<Output<typeof api.mall.openStock>, 'product' | 'out'>) {
  const { name, stock, unit, variants } = product
  return (
    <Card>
      <View className="row gap-12">
        <GoodThumb good={product} />
        <View className="grow">
          <View className="t16 medium">{name}</View>
          <View className="t12 secondary">
            货架 {stock} {unit}，订单里 {out} {unit}
          </View>
        </View>
      </View>
      {variants.length > 1
        ? variants.map(variant => (
            <KeyValueRow key={variant.variantId} label={variantName(variant)}>
              {variant.stock} {unit}
            </KeyValueRow>
          ))
        : null}
    </Card>
  )
}

/** 库存流水: what is on the shelf by kind, and every change that was no redemption. */
export default function StockPage() {
  const { productId = '' } = usePageParams()
  const pages = usePagesOf(api.mall.openStock, { productId }, { staleMs: 0, kept: false })
  const screen = usePagedScreen(pages)
  const [changing, setChanging] = useState(false)
  const product = pages.data?.pages[0]?.product
  return (
    <Screen
      column
      nav={<Nav title="库存流水" />}
      side={<DeskMenu here="mall/goods" />}
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      elsewhere={{ label: '看所有商品', onTap: () => replacePage('mall/goods') }}
      bar={
        product ? (
          <BottomBar consequence="流水加上兑换，总等于库存">
            <Button onTap={() => setChanging(true)}>
              {product.deliveries.includes('code') ? '上传兑换码' : '改库存'}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {loaded => {
        const [first] = loaded
        if (!first) return null
        const kinds = new Map(
          first.product.variants.map(variant => [variant.variantId, variantName(variant)]),
        )
        return (
          <View className="pad column gap-12">
            <ShelfCard product={first.product} out={first.out} />
            <SectionHeader over title="每一笔" />
            <Card padding="none">
              {loaded.flatMap(({ journal, now }) =>
                journal.map(entry => (
                  <ListRow
                    key={entry.number}
                    title={`${stockReasonNames[entry.reason]} ${kinds.get(entry.variantId) ?? ''}`}
                    meta={[entry.words, `${entry.by} · ${sayWhen(entry.at, now)}`]}
                    end={
                      <View>
                        <View className="t16 medium stock__change">{signed(entry.change)}</View>
                        <View className="t12 secondary">
                          {entry.before} → {entry.after}
                        </View>
                      </View>
                    }
                  />
                )),
              )}
            </Card>
            {changing ? <ChangeSheet product={first.product} onClose={() => setChanging(false)} /> : null}
          </View>
        )
      }}
    </Screen>
  )
}
