import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useLast, usePagesOf } from '@/api'
import { byDay } from '@/rooms/byDay'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { EventRow } from '../../EventRow'
import { allEvents, toEventWish } from '../../eventFilter'
import { EventFilters } from './EventFilters'

/** Every event that is still to come, by day. */
export default function EventsPage() {
  const [chosen, setChosen] = useState(allEvents)
  const pages = usePagesOf(api.union.listEvents, toEventWish(chosen), { staleMs: 0 })
  const screen = usePagedScreen(pages)
  // The chips stay while what they ask for is on its way.
  const sites = useLast(screen.data?.[0]?.sites) ?? []
  const isAll = chosen.kind === 'all' && chosen.site === 'all'
  return (
    <Screen
      nav={<Nav title="活动" />}
      header={
        <EventFilters
          sites={sites}
          chosen={chosen}
          onChange={part => setChosen(before => ({ ...before, ...part }))}
        />
      }
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
              action: { label: '看全部', onTap: () => setChosen(allEvents) },
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
