import type { TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { changeFace, sayChange, sayTile } from './words'

interface TileProps {
  tile: TileView
  onExplain: (tile: TileView) => void
}

/** One figure; a tap says what it counts, over which days and out of what. */
export function Tile({ tile, onExplain }: TileProps) {
  const change = sayChange(tile)
  const value = sayTile(tile)
  const said = [`${tile.name} ${value}`, change, tile.note].filter(Boolean).join(' ')
  return (
    <View className="stats__tile" {...tappable(said)} onClick={() => onExplain(tile)}>
      <View className="row row--between gap-8">
        <View className="t12 secondary">{tile.name}</View>
        <Icon name="info" size={16} />
      </View>
      <View className="row row--between gap-8 stats__value">
        <View className="t28 bold">{value}</View>
        {change ? <View className={`t14 ${changeFace(tile)}`}>{change}</View> : null}
      </View>
      <View className="t12 secondary">{tile.note}</View>
    </View>
  )
}
