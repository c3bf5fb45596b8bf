import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Coin } from '@/ui/coin/Coin'
import { Explained } from '@/ui/explained/Explained'
import { Icon } from '@/ui/icon/Icon'
import { saySale, tagNames } from '../../saleWords'
import { fitting } from './kinds'
import { VariantChoice, type VariantChoiceProps } from './VariantChoice'

type Opened = Output<typeof api.mall.openProduct>

export interface FactsProps {
  opened: Opened
  picked: VariantChoiceProps['picked']
  /** The server's present. */
  now: number
  onPick: VariantChoiceProps['onPick']
  onFavourite: () => void
}

/** Price, name and kinds. */
export function Facts({ opened, picked, now, onPick, onFavourite }: FactsProps) {
  const { product, favourite } = opened
  const { price, name, summary, unit, tags, variants } = product
  const left = fitting(variants, picked).reduce((sum, { stock }) => sum + stock, 0)
  const sale = saySale(product.sale, now)
  return (
    <View className="product__facts">
      {sale ? (
        <View className="product__sale t14 medium" aria-live="off">
          <Icon name="clock" size={16} />
          {sale}
        </View>
      ) : null}
      <View className="row row--between gap-12">
        <Coin amount={price} size={28} />
        <View className="t12 secondary nowrap">{left > 0 ? `剩 ${left} ${unit}` : '换完了'}</View>
      </View>
      <View className="row row--between gap-12">
        <View className="t20 bold mt-8 grow">{name}</View>
        <View
          className="product__favourite"
          {...tappable(favourite ? '取消收藏' : '收藏')}
          onClick={onFavourite}
        >
          <Icon name="star" filled={favourite} />
        </View>
      </View>
      {tags.length > 0 ? (
        <View className="row gap-4 mt-4">
          {tags.map(tag => (
            <Badge key={tag} tone={tag === 'new' ? 'accent' : 'neutral'}>
              {tagNames[tag]}
            </Badge>
          ))}
        </View>
      ) : null}
      <View className="t14 secondary mt-4">
        <Explained text={summary} />
      </View>
      <VariantChoice variants={variants} picked={picked} onPick={onPick} />
    </View>
  )
}
