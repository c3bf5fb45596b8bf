import { ScrollView, View } from '@tarojs/components'
import { scrollable } from '@/ui/a11y/scrollable'
import { tappable } from '@/ui/a11y/tappable'
import '../../facility/facility.scss'
import { type Cell, cellWords, faceOf, type OpenVenueDay, timeOf } from '../../facility/facilityWords'

interface CourtGridProps {
  opened: OpenVenueDay
  onCell: (cell: Cell) => void
}

/** A column for each court or room, a row for each time. */
export function CourtGrid({ opened, onCell }: CourtGridProps) {
  const { venue, cells } = opened
  const times = [...new Set(cells.map(({ startsAt }) => startsAt))].sort((a, b) => a - b)
  const nameOf = (unitId: string) => venue.units.find(unit => unit.unitId === unitId)?.name ?? ''
  return (
    <ScrollView
      className="facility__grid"
      scrollX
      enhanced
      showScrollbar={false}
      {...scrollable('这一天的场地')}
    >
      <View className="facility__table">
        <View className="facility__row facility__row--head">
          <View className="facility__time" />
          {venue.units.map(({ unitId, name }) => (
            <View key={unitId} className="facility__column">
              <View className="facility__day">{name}</View>
            </View>
          ))}
        </View>
        {times.map(startsAt => (
          <View key={startsAt} className="facility__row">
            <View className="facility__time">{timeOf(startsAt)}</View>
            {cells
              .filter(cell => cell.startsAt === startsAt)
              .map(cell => (
                <View key={cell.unitId} className="facility__column">
                  <View
                    className={`facility__cell facility__cell--low facility__cell--${faceOf(cell)}`}
                    {...tappable(`${nameOf(cell.unitId)} ${timeOf(startsAt)}，${cellWords(cell)}`)}
                    onClick={() => onCell(cell)}
                  >
                    {cellWords(cell)}
                  </View>
                </View>
              ))}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
