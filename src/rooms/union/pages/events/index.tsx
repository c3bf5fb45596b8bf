import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, useLast, usePagesOf } from '@/api'
import { byDay } from '@/rooms/byDay'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { EventRow } from '../../EventRow'
import { allEvents, type EventChoice, toEventWish } from '../../eventFilter'
import { EventCalendar } from './EventCalendar'
import { EventFilters } from './EventFilters'

interface EventListProps {
  chosen: EventChoice
  /** What stands above; it is told which sites there are. */
  header: (sites: readonly string[]) => ReactNode
  onAll: () => void
}

/** Every event that is still to come, by day. */
function EventList({ chosen, header, onAll }: EventListProps) {
  const pages = usePagesOf(api.union.listEvents, toEventWish(chosen), { staleMs: 0 })
  const screen = usePagedScreen(pages)
  // The chips stay while what they ask for is on its way.
  const sites = useLast(screen.data?.[0]?.sites) ?? []
  const isAll = chosen.kind === 'all' && chosen.site === 'all'
  return (
    <Screen
      nav={<Nav title="活动" />}
      header={header(sites)}
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={48} />}
      isEmpty={loaded => loaded.every(({ events, next }) => events.length === 0 && next === null)}
      empty={
        isAll
          ? {
              title: '最近没有活动',
              sentence: '会长安排了下一场，就会出现在这里。',
              action: { label: '看看协会', onTap: goBack },
            }
          : {
              title: '没有这样的活动',
              sentence: '换个条件，或者看看全部。',
              action: { label: '看全部', onTap: onAll },
            }
      }
    >
      {loaded => (
        <View className="pad">
          {byDay(
            loaded.flatMap(({ events }) => events),
            ({ startsAt }) => startsAt,
            loaded[0]?.now ?? 0,
          ).map(({ on, label, items }) => (
            <View key={on}>
              <SectionHeader title={label} over />
              <View className="column gap-8">
                {items.map(event => (
                  <EventRow
                    key={event.eventId}
                    event={event}
                    whose={`${event.associationName} · ${event.site}`}
                  />
                ))}
              </View>
            </View>
          ))}
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}

const faces = [
  { key: 'list', text: '列表' },
  { key: 'month', text: '日历' },
] as const

/** Every event of every association: those to come by day, or a month of them. */
export default function EventsPage() {
  const [chosen, setChosen] = useState(allEvents)
  const [as, setAs] = useState<'list' | 'month'>('list')
  const header = (sites: readonly string[]) => (
    <>
      <View className="pad">
        <Segments even segments={faces} value={as} onChange={setAs} />
      </View>
      <View className="mt-8">
        <EventFilters
          sites={sites}
          chosen={chosen}
          onChange={part => setChosen(before => ({ ...before, ...part }))}
        />
      </View>
    </>
  )
  return as === 'month' ? (
    <EventCalendar chosen={chosen} header={header} />
  ) : (
    <EventList chosen={chosen} header={header} onAll={() => setChosen(allEvents)} />
  )
}
