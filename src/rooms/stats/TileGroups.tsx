import type { TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Tile } from './Tile'
import { changeFace, isToldInNumbers, sayChange, sayTile } from './words'

const leading = ['dailyVisits', 'dailyPosts', 'registered', 'monthRetention']

const groups: readonly { name: string; keys: readonly string[] }[] = [
  {
    name: '来了多少人',
    keys: ['visits', 'monthlyVisits', 'dailyVisitors', 'weeklyVisitors', 'monthlyVisitors', 'stickiness'],
  },
  { name: '说了多少话', keys: ['posts', 'monthlyPosts', 'allPosts', 'comments', 'likes'] },
  { name: '沃币和兑换', keys: ['coinsEarned', 'coinsSpent', 'coinsInCirculation', 'redemptions'] },
  { name: '审批', keys: ['approvals', 'approvalTime'] },
]

interface TilesProps {
  tiles: readonly TileView[]
  onExplain: (tile: TileView) => void
}

/** The figures that are looked at first, as tiles; all of a department's. */
export function LeadingTiles({ tiles, onExplain }: TilesProps) {
  const first = tiles.filter(({ key }) => leading.includes(key))
  return (
    <View className="stats__tiles">
      {first.map(tile => (
        <Tile key={tile.key} tile={tile} onExplain={onExplain} />
      ))}
    </View>
  )
}

interface LineProps {
  tile: TileView
  inNumbers: boolean
  onExplain: TilesProps['onExplain']
}

function Line({ tile, inNumbers, onExplain }: LineProps) {
  const change = sayChange(tile, inNumbers)
  return (
    <View className="stats__line-row" {...tappable()} onClick={() => onExplain(tile)}>
      <View className="grow">
        <View className="t14">{tile.name}</View>
        <View className="t12 secondary">{tile.note}</View>
      </View>
      <View className="stats__line-end">
        <View className="t16 bold">{sayTile(tile)}</View>
        {change ? <View className={`t12 ${changeFace(tile)}`}>{change}</View> : null}
      </View>
    </View>
  )
}

/** The other figures, a line each, by what they are about. */
export function TileGroups({ tiles, onExplain }: TilesProps) {
  const rest = tiles.filter(({ key }) => !leading.includes(key))
  return (
    <>
      {groups.map(({ name, keys }) => {
        const own = rest.filter(({ key }) => keys.includes(key))
        return own.length === 0 ? null : (
          <Card key={name} className="stats__group">
            <View className="t16 bold" {...spokenAs('heading', 2)}>
              {name}
            </View>
            {own.map(tile => (
              <Line key={tile.key} tile={tile} inNumbers={own.some(isToldInNumbers)} onExplain={onExplain} />
            ))}
          </Card>
        )
      })}
    </>
  )
}
