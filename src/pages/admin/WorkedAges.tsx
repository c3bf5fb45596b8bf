import { View } from '@tarojs/components'
import { sayWorked } from '@/rooms/access/waited'
import { type Inbox, kindNames, type WaitingKind } from '@/rooms/access/waiting'

type Ages = NonNullable<Inbox['ages']>

/** Nights and weekends are nobody's delay, so these run slower than the clock on the cards: they have a word of their own. */
const sayAges = ({ medianWorkingMs, longestWorkingMs }: Ages) =>
  `一半等了不到 ${sayWorked(medianWorkingMs)}，最久 ${sayWorked(longestWorkingMs)}`

/** How long the kind that is shown has waited: one line over its cards. */
export function KindAges({ ages }: { ages: Ages | undefined }) {
  return ages ? <View className="admin__ages t12 secondary">按工时，{sayAges(ages)}</View> : null
}

export interface AllAgesProps {
  /** Of everything that waits; null while it is old, or nothing waits. */
  all: Ages | null
  of: Inbox['kindAges']
  kinds: readonly WaitingKind[]
}

/** How long everything has waited, and each kind: for somebody who looks back, so under what waits. */
export function AllAges({ all, of, kinds }: AllAgesProps) {
  const told = kinds.flatMap(kind => {
    const ages = of[kind]
    return ages ? [{ name: kindNames[kind], ages }] : []
  })
  const lines = [...(all ? [{ name: '全部', ages: all }] : []), ...(told.length > 1 ? told : [])]
  if (lines.length === 0) return null
  return (
    <View className="admin__ages admin__ages--all t12 secondary">
      <View className="medium">等了多少工时，夜里和周末不算</View>
      {lines.map(({ name, ages }) => (
        <View key={name}>
          {name}：{sayAges(ages)}
        </View>
      ))}
    </View>
  )
}
