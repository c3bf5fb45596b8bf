import { blockerWords } from '@domain/identity/ownData'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage, type RoomPage } from '@/rooms/open'
import { ListRow } from '@/ui/listRow/ListRow'

type Blocker = Output<typeof api.identity.openDeletion>['blockers'][number]

/** Where each of them is settled. */
const pages: Record<Blocker['kind'], [RoomPage, Record<string, string>?]> = {
  orders: ['mall/orders'],
  places: ['booking/mine'],
  tickets: ['selfservice/tickets'],
  roles: ['access/myRoles'],
  foundings: ['union/mine', { kind: 'foundings' }],
}

interface BlockersProps {
  blockers: readonly Blocker[]
  /** Before another page opens above this one. */
  onLeave: () => void
}

/** What is in the way of a deletion, each a tap away from where it is settled. */
export function Blockers({ blockers, onLeave }: BlockersProps) {
  return (
    <View className="my-data__list">
      <View className="t14 medium">先办完这些，点开就到：</View>
      {blockers.map(({ kind, count }) => (
        <ListRow
          key={kind}
          plain
          title={`${count} ${blockerWords[kind]}`}
          onTap={() => {
            onLeave()
            openPage(...pages[kind])
          }}
        />
      ))}
    </View>
  )
}
