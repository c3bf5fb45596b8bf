import { View } from '@tarojs/components'
import { openPage, type RoomPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon, type IconName } from '@/ui/icon/Icon'

interface Tile {
  icon: IconName
  name: string
  meta: string
  page: RoomPage
}

/** Two and two: where four do not fit side by side, in large text, they stand in two rows. */
const tiles: readonly (readonly [Tile, Tile])[] = [
  [
    { icon: 'job', name: '汇人才', meta: '职位和内推', page: 'careers/positions' },
    { icon: 'film', name: '走进沃尔沃', meta: '影片和历程', page: 'brand/brand' },
  ],
  [
    { icon: 'play', name: '直播', meta: '现场和回放', page: 'live/broadcasts' },
    { icon: 'matrix', name: '公众号矩阵', meta: '官方账号', page: 'brand/matrix' },
  ],
]

/** The ways on from the front page, side by side. */
export function Tiles() {
  return (
    <Card padding="none">
      <View className="tiles">
        {tiles.map(pair => (
          <View key={pair[0].name} className="tiles__pair">
            {pair.map(({ icon, name, meta, page }) => (
              <View key={name} className="tiles__one" {...tappable()} onClick={() => openPage(page)}>
                <Icon name={icon} className="tiles__icon" />
                <View className="t14 medium mt-4">{name}</View>
                <View className="t12 secondary">{meta}</View>
              </View>
            ))}
          </View>
        ))}
      </View>
    </Card>
  )
}
