import { View } from '@tarojs/components'
import { unspoken } from '../a11y/ariaState'
import './skeleton.scss'

export interface SkeletonBlockProps {
  /** Any CSS width; default the whole line. */
  width?: string
  /** In px. Default 14, the height of a line of text. */
  height?: number
  round?: boolean
}

/** One quiet bar, circle or box. */
export function SkeletonBlock({ width = '100%', height = 14, round = false }: SkeletonBlockProps) {
  return (
    <View className={`skeleton${round ? ' skeleton--round' : ''}`} style={{ width, height: `${height}px` }} />
  )
}

export interface SkeletonRowsProps {
  count?: number
  /** Side of the picture or avatar at the left in px; 0 for none. Default 56. */
  leadPx?: number
  roundLead?: boolean
}

/** Lines of uneven length read as text; the pattern repeats so that two renders look alike. */
const widths = [
  ['38%', '58%', '70%'],
  ['44%', '52%', '55%'],
  ['28%', '58%', '65%'],
]

/** A card of rows, each in a ListRow's measure. */
export function SkeletonRows({ count = 6, leadPx = 56, roundLead = false }: SkeletonRowsProps) {
  return (
    <View className="skeleton-rows" {...unspoken}>
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a skeleton's rows are alike
        <View key={row} className="skeleton-rows__row">
          {leadPx > 0 ? <SkeletonBlock width={`${leadPx}px`} height={leadPx} round={roundLead} /> : null}
          <View className="skeleton-rows__lines">
            {(widths[row % widths.length] ?? []).map(width => (
              <SkeletonBlock key={width} width={width} height={12} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
