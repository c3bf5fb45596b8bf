import { View } from '@tarojs/components'
import { api, usePagesOf } from '@/api'
import { byDay } from '@/rooms/byDay'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { EventRow } from '../../EventRow'

/** Every event that is still to come, by day. */
export default function EventsPage() {
  const pages = usePagesOf(api.union.listEvents, {}, { staleMs: 0 })
  const screen = usePagedScreen(pages)
  return (
    <Screen
      nav={<Nav title="活动" />}
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={48} />}
      isEmpty={loaded => loaded.every(({ events }) => events.length === 0)}
      empty={{
        title: '最近没有活动',
        sentence: '会长安排了下一场，就会出现在这里。',
        action: { label: '看看协会', onTap: goBack },
      }}
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
                  <EventRow key={event.eventId} event={event} />
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
