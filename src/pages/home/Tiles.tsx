import { View } from '@tarojs/components'
import { openPage, type RoomPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { type TilesView, tileWords } from './tileWords'

interface Tile {
  icon: IconName
  name: string
  of: keyof ReturnType<typeof tileWords>
  page: RoomPage
}

/** Two and two: where four do not fit side by side, in large text, they stand in two rows. */
const pairs: readonly (readonly [Tile, Tile])[] = [
  [
    { icon: 'job', name: '汇人才', of: 'careers', page: 'careers/positions' },
    { icon: 'film', name: '走进沃尔沃', of: 'brand', page: 'brand/brand' },
  ],
  [
    { icon: 'play', name: '直播', of: 'live', page: 'live/broadcasts' },
    { icon: 'matrix', name: '公众号矩阵', of: 'matrix', page: 'brand/matrix' },
  ],
]

/** The ways on from the front page, side by side, with what there is behind each. */
export function Tiles({ tiles, now }: { tiles: TilesView; now: number }) {
  const words = tileWords(tiles, now)
  return (
    <Card padding="none">
      <View className="tiles">
        {pairs.map(pair => (
          <View key={pair[0].name} className="tiles__pair">
            {pair.map(({ icon, name, of, page }) => (
              <View key={name} className="tiles__one" {...tappable()} onClick={() => openPage(page)}>
                <Icon name={icon} className="tiles__icon" />
                <View className="t14 medium mt-4">{name}</View>
                <View className="t12 secondary">{words[of]}</View>
              </View>
            ))}
          </View>
        ))}
      </View>
    </Card>
  )
}
