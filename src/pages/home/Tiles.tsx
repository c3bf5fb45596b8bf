import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Icon, type IconName } from '@/ui/icon/Icon'

interface Tile {
  icon: IconName
  name: string
  meta: ReactNode
  onTap: () => void
}

interface TilesProps {
  unread: number
  balance: number | undefined
}

/** The ways on from the front page, side by side. */
export function Tiles({ unread, balance }: TilesProps) {
  const tiles: Tile[] = [
    {
      icon: 'news',
      name: '刷新闻',
      meta: unread > 0 ? `${unread} 篇没读` : '都读过了',
      onTap: () => openPage('content/news'),
    },
    { icon: 'star', name: '收藏', meta: '留着慢慢看', onTap: () => openPage('content/news', { kept: '1' }) },
    {
      icon: 'wallet',
      name: '沃币',
      meta: balance === undefined ? '明细' : <Coin amount={balance} size={14} />,
      onTap: () => openPage('coin/statement'),
    },
  ]
  return (
    <Card padding="none">
      <View className="tiles">
        {tiles.map(({ icon, name, meta, onTap }) => (
          <View key={name} className="tiles__one" {...tappable()} onClick={onTap}>
            <Icon name={icon} className="tiles__icon" />
            <View className="t14 medium mt-4">{name}</View>
            <View className="t12 secondary">{meta}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
