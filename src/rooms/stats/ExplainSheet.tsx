import type { TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { sayPart, sayTile } from './words'

interface ExplainSheetProps {
  tile: TileView | null
  onClose: () => void
}

/** What a figure counts. */
export function ExplainSheet({ tile, onClose }: ExplainSheetProps) {
  return (
    <Sheet open={tile !== null} title={tile?.name ?? ''} onClose={onClose}>
      {tile ? (
        <View className="column gap-8">
          <View className="t28 bold">{sayTile(tile)}</View>
          <View className="t16">{tile.definition}</View>
          {tile.parts ? (
            <View>
              {tile.parts.map(({ name, value }) => (
                <KeyValueRow key={name} label={name}>
                  {sayPart(value)}
                </KeyValueRow>
              ))}
            </View>
          ) : null}
          <KeyValueRow label="时间">{tile.window}</KeyValueRow>
          <KeyValueRow label="除以">{tile.denominator}</KeyValueRow>
          <KeyValueRow label="对比">{tile.compared}</KeyValueRow>
        </View>
      ) : null}
    </Sheet>
  )
}
