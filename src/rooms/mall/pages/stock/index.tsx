import { variantName } from '@domain/mall/goods'
import { stockReasonNames } from '@domain/mall/journal'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage, replacePage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { GoodThumb } from '../../GoodThumb'
import { sayChange, sayShelf } from '../../stockWords'
import { ChangeSheet } from './ChangeSheet'
import './stock.scss'

/** Where the pieces of each kind are: what came in, less what was redeemed, is what lies on the shelf. */
function ShelfCard({
  product,
  out,
  kinds,
}: Pick<Output<typeof api.mall.openStock>, 'product' | 'out' | 'kinds'>) {
  const { name, stock, unit, variants } = product
  return (
    <Card>
      <View className="row gap-12">
        <GoodThumb good={product} />
        <View className="grow">
          <View className="t16 medium">{name}</View>
          <View className="t12 secondary">{sayShelf({ stock, unit, out })}</View>
        </View>
      </View>
      {kinds.map(({ variantId, came, out: redeemed, stock: left }) => {
        const variant = variants.find(one => one.variantId === variantId)
        // A kind that has left the shop is said as long as pieces of it are somewhere.
        if (!variant && left === 0 && redeemed === 0) return null
        return (
          <View key={variantId} className="row row--between row--wrap mt-8 t14">
            <View>{variant ? variantName(variant) || '这一款' : '不再上架的款'}</View>
            <View className="stock__sum">
              进货 {came} · 兑换 {redeemed === 0 ? 0 : `−${redeemed}`} = 在架 {left}
            </View>
          </View>
        )
      })}
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
          <BottomBar consequence="进货减去兑换，总等于在架">
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
            <ShelfCard product={first.product} out={first.out} kinds={first.kinds} />
            <Card padding="none">
              <ListRow plain title="谁换了" onTap={() => openPage('mall/redemptions', { productId })} />
            </Card>
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
                        <View className="t16 medium stock__change">{sayChange(entry.change)}</View>
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
