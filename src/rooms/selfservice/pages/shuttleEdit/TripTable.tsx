import type { Direction, Trip } from '@domain/selfservice/network'
import { ScrollView, View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { editedClock } from '../../shuttle/lineDraft'

export interface TripTableProps {
  direction: Direction
  trips: readonly Trip[]
  /** As they are published, with the stops that their columns are of. */
  published: Direction | undefined
  nameOf: (stopId: string) => string
  onOpen: (tripId: string) => void
}

/** Every trip a row, every stop a column; what is not as published shows what it was. */
export function TripTable({ direction, trips, published, nameOf, onOpen }: TripTableProps) {
  const oldOf = (trip: Trip, stopId: string) => {
    const old = published?.trips.find(({ tripId }) => tripId === trip.tripId)
    return old?.calls[published?.stopIds.indexOf(stopId) ?? -1]?.[1]
  }
  const isNewStop = (stopId: string) => published !== undefined && !published.stopIds.includes(stopId)
  return (
    <ScrollView className="table" scrollX enhanced showScrollbar={false}>
      <View className="table__inner">
        <View className="table__row table__row--head t12 secondary">
          <View className="table__number">班次</View>
          {direction.stopIds.map((stopId, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
            <View key={at} className="table__cell">
              {nameOf(stopId)}
              {isNewStop(stopId) ? ' · 新' : ''}
            </View>
          ))}
        </View>
        {trips.map((trip, index) => (
          <View
            key={trip.tripId}
            className="table__row t14"
            {...tappable()}
            onClick={() => onOpen(trip.tripId)}
          >
            <View className="unseen">第 {index + 1} 班</View>
            <View className="table__number secondary">{index + 1}</View>
            {direction.stopIds.map((stopId, at) => (
              <Cell
                // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
                key={at}
                now={trip.calls[at]?.[1]}
                old={oldOf(trip, stopId)}
              />
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}

function Cell({ now, old }: { now: number | undefined; old: number | undefined }) {
  const isMoved = old !== undefined && old !== now
  return (
    <View className={`table__cell${isMoved ? ' table__cell--moved' : ''}`}>
      <View>{now === undefined ? '—' : editedClock(now)}</View>
      {isMoved ? <View className="edit__old t12">{editedClock(old)}</View> : null}
    </View>
  )
}
